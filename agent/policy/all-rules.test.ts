import { expect, it } from 'vitest';
import { ruleResultSchema } from '../contract/guardrail.ts';
import { toGuardrailInput, toIntent } from '../worker/_scripted/sample-guardrail-input.ts';
import { ALL_RULES } from './all-rules.ts';

it('holds each rule once', () => {
  const names = ALL_RULES.map((rule) => rule(toGuardrailInput()).rule);
  expect(names).toEqual([
    'restricted-terms',
    'sentiment-floor',
    'max-notional-per-trade',
    'max-daily-notional',
    'max-position-ratio',
    'position-covers-sale',
    'cash-covers-purchase',
    'sell-needs-approval',
    'negative-sentiment',
    'notional-above-threshold',
  ]);
});

it.each(['BUY', 'SELL', 'HOLD'] as const)('gives results of the recorded form for %s', (action) => {
  for (const rule of ALL_RULES) {
    const result = rule(toGuardrailInput({ intent: toIntent(action, action === 'HOLD' ? 0 : 10) }));
    expect(ruleResultSchema.parse(result)).toEqual(result);
    expect(result.explanation).toMatch(/\.$/);
  }
});
