import { expect, test } from 'vitest';
import { findSection, toTexts } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

const upToCheck = () => new TradingHistory().waitForTick().observe().intend().check('allow');
const textsOf = (history: TradingHistory) => toTexts(findSection(history, 'order'));

test('sent with which key, tried how often, filled at which price', () => {
  expect(textsOf(upToCheck().placeOrder({ attempt: 3, lastFailure: { message: '503' } }))).toEqual([
    'The order SELL 40 NVDA at 128.10 USD was given to the broker activity, with the idempotency key w:w-t14.',
    "It took 3 attempts, all given the same key, since an activity's input does not change.",
    'The broker filled 40 at 128.10 USD, at 2026-01-05T14:30:09Z by its clock (order id o-1, execution id e-1); its answer came 25 ms after the order was given out.',
  ]);
});

test('rejected by the broker, with its reason', () => {
  expect(textsOf(upToCheck().placeOrder({}, { ordStatus: 'REJECTED', text: 'no borrow' })).at(-1)).toBe(
    'The broker answered REJECTED (order id o-1, execution id e-1); its answer came 25 ms after the order was given out, with the reason: | no borrow',
  );
});

test('an order whose fate was unknown', () => {
  const history = upToCheck().placeOrder({ failure: { message: 'canceled' } });
  history.activity('findOrder', {}, { result: {} });
  history.note('withheld', 'halted', 'ops: drill');
  expect(textsOf(history).slice(1)).toEqual([
    'The broker activity: failed: canceled.',
    'It was not known whether the order had arrived, so the broker was asked: it had no such order.',
    'The agent noted for this tick: withheld, cause halted. The detail: | ops: drill',
  ]);
});

test('no order, no section', () => {
  expect(findSection(upToCheck(), 'order')).toBeUndefined();
});
