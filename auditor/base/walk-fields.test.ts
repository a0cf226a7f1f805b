import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { walkFields } from './walk-fields.ts';

const list = (value: Json) =>
  [...walkFields(value)].map(({ keys, path, value: is }) => [keys.join('.'), path, is]);

test('values with their nearest keys and their way, lists and JSON in texts included', () => {
  expect(list({ order: { qty: 40, tags: ['a', true] }, note: '{"price": 1.5}' })).toEqual([
    ['order.qty', ['order', 'qty'], 40],
    ['order.tags', ['order', 'tags', 0], 'a'],
    ['order.tags', ['order', 'tags', 1], true],
    ['note', ['note'], '{"price": 1.5}'],
    ['note.price', ['note'], 1.5],
  ]);
});

test('a bare value has no key; an integer beyond 2^53 is a number; what only looks like JSON is a text', () => {
  expect(list(7)).toEqual([['', [], 7]]);
  expect(list({ id: { $number: '9007199254740993' } })).toEqual([['id', ['id'], 9007199254740992]]);
  expect(list('[not')).toEqual([['', [], '[not']]);
});

test('no more than 10,000 values, and a text in a text in a text ends', () => {
  expect(list(Array.from({ length: 20_000 }, () => 1))).toHaveLength(10_000);
  expect(list(JSON.stringify({ a: JSON.stringify({ b: 1 }) }))).toHaveLength(3);
});
