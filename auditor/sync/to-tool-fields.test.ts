import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { toToolFields } from './to-tool-fields.ts';

const CALL = { name: 'getQuote', started_at_micros: 1, model_event_id: 7, position: 0 };
const sum = (...values: readonly Json[]) =>
  toToolFields(CALL, values).map(({ key, lowest, highest, text, is_more }) => [
    key,
    lowest,
    highest,
    text,
    is_more,
  ]);

test('numbers by range, one short text as it is, everything else as more', () => {
  expect(sum({ price: 3, name: 'NVDA' }, { price: [1, 2], name: 'NVDA', open: true })).toEqual([
    ['price', 1, 3, null, 0],
    ['name', null, null, 'NVDA', 0],
    ['open', null, null, null, 1],
  ]);
  expect(sum({ a: 'x' }, { a: 'y' }, { b: 'z'.repeat(300) })).toEqual([
    ['a', null, null, 'x', 1],
    ['b', null, null, null, 1],
  ]);
});

test('what has no key, or a key too long, is no field; two hundred keys are kept', () => {
  expect(sum(7, { ['k'.repeat(101)]: 1 })).toEqual([]);
  expect(sum(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`k${at}`, at])))).toHaveLength(200);
  expect(sum(JSON.parse('{"__proto__": 5}'))).toEqual([['__proto__', 5, 5, null, 0]]);
});
