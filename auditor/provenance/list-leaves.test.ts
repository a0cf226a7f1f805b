import { expect, test } from 'vitest';
import { listLeaves } from './list-leaves.ts';

test('leaves with their way and nearest key; JSON inside a text keeps the way to the text', () => {
  const value = [
    { shares: 40, tags: ['a'], output: [{ text: '{"action":"BUY","qty":40}' }], providerData: { x: 1 } },
  ];
  expect(listLeaves(value, ['result'])).toEqual([
    { path: ['result', 0, 'shares'], key: 'shares', value: 40 },
    { path: ['result', 0, 'tags', 0], key: 'tags', value: 'a' },
    { path: ['result', 0, 'output', 0, 'text'], key: 'text', value: '{"action":"BUY","qty":40}' },
    { path: ['result', 0, 'output', 0, 'text'], key: 'action', value: 'BUY' },
    { path: ['result', 0, 'output', 0, 'text'], key: 'qty', value: 40 },
  ]);
});

test('a payload without end is cut', () => {
  expect(
    listLeaves(
      Array.from({ length: 50_000 }, (_, at) => at),
      [],
    ).length,
  ).toBe(20_000);
});
