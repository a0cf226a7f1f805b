import { expect, test } from 'vitest';
import { isSameJson, tryParseJson } from './same-json.ts';

test('the order of keys does not matter, values do', () => {
  expect(isSameJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  expect(isSameJson({ a: 1 }, { a: '1' })).toBe(false);
  expect(isSameJson([1, 2], [2, 1])).toBe(false);
});

test('a value without canonical form equals nothing, not even itself', () => {
  expect(isSameJson('\ud800', '\ud800')).toBe(false);
});

test('text that is no JSON gives nothing', () => {
  expect(tryParseJson('{"a":1}')).toEqual({ a: 1 });
  expect(tryParseJson('null')).toBe(null);
  expect(tryParseJson('{')).toBeUndefined();
});
