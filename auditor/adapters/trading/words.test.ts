import { expect, test } from 'vitest';
import { toIntentText, toName, toOrderText, toRuleCount, toRuleValue } from './words.ts';

test('values keep the record’s number and get their unit', () => {
  expect(toRuleValue(512_400, 'cents')).toBe('5,124.00 USD');
  expect(toRuleValue(0.11801350721937587, 'ratio')).toBe('11.8014 %');
  expect(toRuleValue(0.25, 'ratio')).toBe('25 %');
  expect(toRuleValue(0.250001, 'ratio')).toBe('25.0001 %');
  expect(toRuleValue(-0.42, 'score')).toBe('-0.42');
  expect(toRuleValue(40, 'shares')).toBe('40 shares');
  expect(toRuleValue(['fraud', 'SEC probe'], 'terms')).toBe('fraud, SEC probe');
  expect(toRuleValue([], 'terms')).toBe('none');
  expect(toRuleValue('BUY', 'side')).toBe('BUY');
});

test('intents, orders and counts', () => {
  const intent = { ticker: 'NVDA', action: 'SELL' as const, quantity: 40, rationale: '' };
  expect(toIntentText(intent, 1)).toBe('SELL 40 NVDA');
  expect(toIntentText({ ...intent, action: 'HOLD' }, 1)).toBe('HOLD');
  const order = {
    clOrdId: 'k',
    tradeId: 't',
    symbol: 'NVDA',
    side: 'BUY' as const,
    orderQty: 1,
    priceCents: 5,
  };
  expect(toOrderText(order)).toBe('BUY 1 NVDA at 0.05 USD');
  expect(toRuleCount(3, 10)).toBe('3 of 10 rules');
});

test('a name from outside is bounded, a missing one is said to be missing', () => {
  expect(toName('a'.repeat(70), 9)).toBe(`${'a'.repeat(60)}… (10 more characters, event 9)`);
  expect(toName('', 9)).toBe('Somebody without a name');
});
