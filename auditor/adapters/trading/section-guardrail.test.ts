import { expect, test } from 'vitest';
import { findSection, toTexts } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

test('one row for each rule with limit, observed value and proof', () => {
  const section = findSection(
    new TradingHistory().waitForTick().observe().intend().check('block'),
    'guardrail',
  );
  expect(section?.table?.columns).toEqual(['rule', 'limit', 'observed', 'outcome']);
  expect(section?.table?.rows.map(({ cells, tone }) => [...cells, tone])).toEqual([
    ['max-notional', '50,000.00 USD', '5,124.00 USD', 'pass', 'good'],
    ['sell-asks', 'BUY', 'SELL', 'ask', 'warn'],
    ['terms', 'fraud', 'fraud', 'block', 'bad'],
  ]);
  expect(section?.table?.rows[2]?.citations[0]?.pointer).toMatch(/\/result\/0\/rules\/2$/);
  expect(toTexts(section)).toEqual([
    'The verdict is block, for a notional of 5,124.00 USD, by policy policy/1.',
  ]);
});

test('a check that failed gives no verdict', () => {
  const history = new TradingHistory().waitForTick().observe().intend();
  history.activity('checkTradeIntent', {}, { failure: { message: 'broken rule' } });
  const section = findSection(history, 'guardrail');
  expect(section).not.toHaveProperty('table');
  expect(toTexts(section)).toEqual(['The guardrail: failed: broken rule.']);
});
