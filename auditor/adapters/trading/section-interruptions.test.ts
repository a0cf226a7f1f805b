import { expect, test } from 'vitest';
import { explainLast, findSection, toTexts } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

test('retries and what people did stand together, answers to approvals do not', () => {
  const history = new TradingHistory()
    .waitForTick()
    .observe({ market: { attempt: 2, lastFailure: { message: '503' } } });
  history.signal('halt', { by: 'ops', reason: 'drill' });
  history.signal('approveTrade', history.answer());
  expect(toTexts(findSection(history, 'interruptions'))).toEqual([
    'getMarketSnapshot failed once before attempt 2; the last error was | 503',
    'ops halted the agent, with the reason | drill',
  ]);
});

test('a signal of a person alone does not mark the tick as interrupted', () => {
  const history = new TradingHistory().waitForTick();
  history.signal('fastForwardTick', null);
  expect(explainLast(history).interrupted).toBe(false);
  expect(findSection(history, 'interruptions')).toBeDefined();
  expect(findSection(new TradingHistory().waitForTick(), 'interruptions')).toBeUndefined();
});
