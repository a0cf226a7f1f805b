import { expect, test } from 'vitest';
import { explainLast, findNode } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

const upToCheck = () => new TradingHistory().waitForTick().observe().intend().check('allow');

test('the order as sent and as filled', () => {
  const node = findNode(upToCheck().placeOrder({ attempt: 2, lastFailure: { message: '503' } }), 'order');
  expect(node).toMatchObject({ outcome: 'FILLED 40 @ 128.10 USD', tone: 'good', attempt: 2 });
  const facts = new Map(node?.facts.map(({ name, value, unit }) => [name, [value, unit]]));
  expect(facts.get('idempotency key')).toEqual(['w:w-t14', undefined]);
  expect(facts.get('fill price')).toEqual([12_810, 'cents']);
  expect(facts.get('attempts')).toEqual([2, undefined]);
});

test('a rejection has its reason, a failure its error', () => {
  const rejected = findNode(
    upToCheck().placeOrder({}, { ordStatus: 'REJECTED', text: 'no borrow' }),
    'order',
  );
  expect(rejected).toMatchObject({ outcome: 'REJECTED', tone: 'bad' });
  expect(rejected?.facts.at(-2)?.value).toBe('no borrow');
  const failed = findNode(upToCheck().placeOrder({ failure: { message: 'HTTP 422' } }), 'order');
  expect(failed).toMatchObject({ outcome: 'failed: HTTP 422', tone: 'bad' });
});

test('a lookup says whether the order had arrived', () => {
  const lost = upToCheck().placeOrder({ failure: { message: 'canceled' } });
  lost.activity('findOrder', { clOrdId: 'x' }, { result: {} });
  const titles = explainLast(lost).tree.filter(({ kind }) => kind === 'order');
  expect(titles.map(({ title, outcome }) => [title, outcome])).toEqual([
    ['placeOrder', 'failed: canceled'],
    ['findOrder', 'the broker had no such order'],
  ]);
});
