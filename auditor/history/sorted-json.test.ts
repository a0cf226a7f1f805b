import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { isIndexKey, toSortedJson, toSortedObject } from './sorted-json.ts';

const sort = (value: Json) => {
  const seen = { isIrregular: false };
  return { text: JSON.stringify(toSortedJson(value, seen, () => 'comet')), isIrregular: seen.isIrregular };
};

test('keys in order at every depth, __proto__ too', () => {
  expect(sort(JSON.parse('{"b":[{"d":1,"c":2}],"a":null,"__proto__":{"y":1,"x":-0}}'))).toEqual({
    text: '{"__proto__":{"x":0,"y":1},"a":null,"b":[{"c":2,"d":1}]}',
    isIrregular: false,
  });
  expect(
    Object.keys(
      toSortedObject([
        ['b', 1],
        ['a', 2],
      ]),
    ),
  ).toEqual(['a', 'b']);
});

test('keys that JavaScript moves are told', () => {
  expect(sort({ a: { 10: 1 } }).isIrregular).toBe(true);
  expect(['0', '7', '4294967294', '01', '-1', 'a', ''].map(isIndexKey)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('numbers that were rounded and nesting without end', () => {
  expect(() => sort({ a: 9007199254740992 })).toThrow(
    'comet holds a number beyond 2^53, which JSON readers round.',
  );
  expect(() => sort(JSON.parse('1e999'))).toThrow(/beyond 2\^53/);
  expect(() => sort(JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)))).toThrow(/nested deeper than 1000/);
  expect(sort(1.5).text).toBe('1.5');
});
