import { expect, test } from 'vitest';
import { countSlashes, findClose, findEnd, isQuote } from './quoted-text.ts';

test.each([
  ['a" b', '"', 'a"'],
  [String.raw`a \" b\\" c"`, '"', String.raw`a \" b\\"`],
  [String.raw`a\" b`, String.raw`\"`, String.raw`a\"`],
  [String.raw`a \\\" b\\\\\" c\"`, String.raw`\"`, String.raw`a \\\" b\\\\\"`],
  [String.raw`it\'s' so`, "'", String.raw`it\'s'`],
  // The text around ends first; nothing ends at all.
  ['a", b', String.raw`\"`, 'a'],
  ['a b', '"', 'a b'],
])('%s, begun by %s', (text, quote, inside) => {
  expect(text.slice(0, findEnd(text, 0, quote))).toBe(inside);
});

test.each([
  ['{"a":"}","b":[1]} c', '"', '{"a":"}","b":[1]}'],
  [String.raw`[\"]\", {}] c`, String.raw`\"`, String.raw`[\"]\", {}]`],
  [String.raw`{\"a\":1", c`, String.raw`\"`, String.raw`{\"a\":1`],
  [String.raw`{ \n } c`, '"', String.raw`{ \n }`],
  ['[1, 2', '', '[1, 2'],
  [`('a)', [f(1)]) c`, '', `('a)', [f(1)])`],
  ['{ ) } c', '', '{ ) }'],
])('%s, its names quoted by %s', (text, quote, whole) => {
  expect(text.slice(0, findClose(text, 0, quote))).toBe(whole);
});

test('marks and backslashes', () => {
  expect(['"', "'", '`'].map(isQuote)).toEqual([true, true, false]);
  expect(countSlashes(String.raw`a\\"`, 1)).toBe(2);
});
