import { expect, test } from 'vitest';
import { explainLast } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

const upToCheck = (outcome: 'allow' | 'ask' | 'block') =>
  new TradingHistory().waitForTick().observe().intend().check(outcome);

function toShort(history: TradingHistory) {
  const { outcome, tone } = explainLast(history);
  return [outcome, tone];
}

test('each end has its phrase and its tone', () => {
  expect(toShort(upToCheck('allow').placeOrder())).toEqual(['SELL 40 NVDA, filled @ 128.10 USD', 'good']);
  expect(toShort(upToCheck('allow').placeOrder({}, { ordStatus: 'REJECTED' }))).toEqual([
    'SELL 40 NVDA, rejected by the broker',
    'bad',
  ]);
  expect(toShort(upToCheck('block'))).toEqual(['SELL 40 NVDA, blocked: terms', 'warn']);
  expect(toShort(new TradingHistory().waitForTick().note('failed', 'broker', 'x'))).toEqual([
    'failed: broker',
    'bad',
  ]);
  const asked = upToCheck('ask');
  asked.approval('pending');
  expect(toShort(asked)).toEqual(['waiting for approval', 'pending']);
  asked.approval('timed-out');
  expect(toShort(asked)).toEqual(['SELL 40 NVDA, approval timed out', 'warn']);
});

test('a cut-off tick is told from one that ended before it began', () => {
  const cutOff = new TradingHistory().waitForTick().observe();
  cutOff.close('WORKFLOW_EXECUTION_TERMINATED');
  expect(toShort(cutOff)).toEqual(['cut off while reading market and news', 'bad']);
  const early = new TradingHistory();
  early.timer('tick 14');
  early.close('WORKFLOW_EXECUTION_COMPLETED');
  expect(toShort(early)).toEqual(['ended before it began', 'neutral']);
});
