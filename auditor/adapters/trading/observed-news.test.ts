import { expect, test } from 'vitest';
import { explainAll, findSection, toTexts } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

const FRAUD = { headline: 'Fraud at NVDA', sentiment: -0.9, by: 'desk-7' };
const seen = { text: FRAUD.headline, source: 'injected by desk-7', publishedAt: '' };

test('an injected headline that the guardrail was given is cited to its signal', () => {
  const history = new TradingHistory();
  const { eventId } = history.signal('injectNews', FRAUD);
  history
    .waitForTick()
    .observe()
    .intend()
    .check('ask', { headlines: [seen] });
  const section = findSection(history, 'known');
  expect(toTexts(section)[0]).toBe('Headline (injected by desk-7): | Fraud at NVDA');
  expect(section?.statements[0]?.citations[0]?.eventId).toBe(eventId);
});

test('it is remembered for the next tick, with the same proof', () => {
  const first = new TradingHistory(14);
  first.waitForTick();
  first.signal('injectNews', FRAUD);
  const carry = explainAll(first).at(-1)?.carryAfter;
  const next = new TradingHistory(15)
    .waitForTick()
    .observe()
    .intend()
    .check('ask', { headlines: [seen] });
  expect(toTexts(findSection(next, 'known', carry))[0]).toBe(
    'Headline (injected by desk-7): | Fraud at NVDA',
  );
});

test('news that nobody was shown is no headline of the tick; it stays a signal', () => {
  const history = new TradingHistory().waitForTick().observe().intend().check('ask');
  history.signal('injectNews', FRAUD);
  expect(toTexts(findSection(history, 'known')).join()).not.toContain('Fraud');
  expect(toTexts(findSection(history, 'interruptions'))).toEqual([
    'News was injected by desk-7 with sentiment -0.9 | Fraud at NVDA',
  ]);
});

test('a prompt shows injected news where nothing was checked', () => {
  const history = new TradingHistory();
  history.signal('injectNews', FRAUD);
  history.waitForTick().observe();
  history.askModel({ text: '{}' }, history.prompt(['headline: "Fraud at NVDA"', 'sentiment: -0.9']));
  const section = findSection(history, 'known');
  expect(toTexts(section)[0]).toContain('Fraud at NVDA');
  expect(section?.table?.rows.map((row) => row.cells.slice(0, 2))).toContainEqual([
    'sentiment with injected news',
    '-0.9',
  ]);
});
