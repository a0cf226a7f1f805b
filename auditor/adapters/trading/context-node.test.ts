import { expect, test } from 'vitest';
import { findNode } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

test('market, news and account are the context, each with its proof', () => {
  const node = findNode(new TradingHistory().waitForTick().observe().intend().check('ask'), 'context');
  expect(node).toMatchObject({ outcome: '128.10 USD; sentiment -0.42', tone: 'neutral' });
  expect(node?.children.map(({ title }) => title)).toEqual(['market', 'news']);
  expect(node?.facts.map(({ name, value, unit }) => [name, value, unit])).toEqual([
    ['position', 40, 'shares'],
    ['cash', 250_000, 'cents'],
    ['average cost', 10_000, 'cents'],
  ]);
});

test('a source that failed makes the context bad, one that is awaited leaves it open', () => {
  const failed = new TradingHistory().waitForTick().observe({ market: { failure: { message: 'HTTP 500' } } });
  expect(findNode(failed, 'context')).toMatchObject({ tone: 'bad' });
  const open = new TradingHistory().waitForTick();
  open.schedule('getMarketSnapshot', { tick: 14 });
  expect(findNode(open, 'context')).toMatchObject({ tone: 'pending', outcome: 'no outcome yet' });
});

test('nothing read, no context', () => {
  expect(findNode(new TradingHistory().waitForTick(), 'context')).toBeUndefined();
});
