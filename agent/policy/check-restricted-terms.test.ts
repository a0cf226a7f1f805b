import { expect, it } from 'vitest';
import { toGuardrailInput } from '../worker/_scripted/sample-guardrail-input.ts';
import { checkRestrictedTerms, RESTRICTED_TERMS } from './check-restricted-terms.ts';

const check = (...texts: string[]) =>
  checkRestrictedTerms(
    toGuardrailInput({
      headlines: texts.map((text) => ({ text, source: 's', publishedAt: '2026-01-20T20:00:00Z' })),
    }),
  );

it.each(RESTRICTED_TERMS)('blocks %s', (term) => {
  expect(check('All is well', `News of ${term} today`)).toMatchObject({ outcome: 'block', observed: [term] });
});

it.each([
  'SEC PROBE opened',
  'sec   probe opened',
  'sec\nprobe',
  'SEC-probe',
  'S\u00adEC pro\u200bbe',
  'ＳＥＣ ｐｒｏｂｅ',
])('is not misled by %j', (text) => {
  expect(check(text)).toMatchObject({ outcome: 'block', observed: ['SEC probe'] });
});

it('names every term that it found and the whole list that it looked for', () => {
  expect(check('Fraud ends in bankruptcy')).toMatchObject({
    observed: ['fraud', 'bankruptcy'],
    limit: RESTRICTED_TERMS,
    unit: 'terms',
  });
});

it('lets other news pass, and no news', () => {
  expect(check('Secretary probes for oil; trading stays open')).toMatchObject({
    outcome: 'pass',
    observed: [],
  });
  expect(check()).toMatchObject({ outcome: 'pass', observed: [] });
});

it('does not join words of two headlines', () => {
  expect(check('Markets watch the SEC', 'probe lands on Mars').outcome).toBe('pass');
});
