import { expect, test } from 'vitest';
import { findNode } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';
import { toRuleTone } from './guardrail-node.ts';

test('one child for each rule, in recorded order, also those that passed', () => {
  const node = findNode(new TradingHistory().waitForTick().observe().intend().check('block'), 'guardrail');
  expect(node).toMatchObject({ outcome: 'block', tone: 'bad' });
  expect(node?.children.map(({ title, outcome, tone }) => [title, outcome, tone])).toEqual([
    ['max-notional', 'pass: observed 5,124.00 USD, limit 50,000.00 USD', 'good'],
    ['sell-asks', 'ask: observed SELL, limit BUY', 'warn'],
    ['terms', 'block: observed fraud, limit fraud', 'bad'],
  ]);
  expect(node?.children[1]?.citations[0]?.pointer).toMatch(/\/result\/0\/rules\/1$/);
});

test('a verdict that cannot be read is no verdict', () => {
  const history = new TradingHistory().waitForTick().observe().intend();
  history.activity('checkTradeIntent', {}, { result: { outcome: 'maybe' } });
  const node = findNode(history, 'guardrail');
  expect(node).toMatchObject({ tone: 'warn', children: [] });
});

test('outcomes have their tones', () => {
  expect([toRuleTone('pass'), toRuleTone('ask'), toRuleTone('block')]).toEqual(['good', 'warn', 'bad']);
});
