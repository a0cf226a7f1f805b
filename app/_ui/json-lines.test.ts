import { expect, test } from 'vitest';
import { isWithin, toJsonLines } from './json-lines.ts';

test('names each line by its pointer, with the escapes of RFC 6901', () => {
  const { lines, complete } = toJsonLines({ 'a/b': [1, { '~': 'x' }], empty: {} }, 100);
  expect(complete).toBe(true);
  expect(lines.map(({ pointer, text }) => [pointer, text])).toEqual([
    ['', '{'],
    ['/a~1b', '['],
    ['/a~1b/0', '1'],
    ['/a~1b/1', '{'],
    ['/a~1b/1/~0', 'x'],
    ['/a~1b/1', '}'],
    ['/a~1b', ']'],
    ['/empty', '{}'],
    ['', '}'],
  ]);
});

test('has a comma between and none at the end', () => {
  const { lines } = toJsonLines([1, 2], 100);
  expect(lines.map(({ text, comma }) => text + (comma ? ',' : ''))).toEqual(['[', '1,', '2', ']']);
});

test('says when it stopped at the limit', () => {
  const { lines, complete } = toJsonLines([1, 2, 3, 4], 3);
  expect(lines).toHaveLength(3);
  expect(complete).toBe(false);
});

test('a pointer covers the value with all that is inside, and not its namesake', () => {
  const { lines } = toJsonLines({ result: { a: 1 }, result2: 2 }, 100);
  expect(lines.filter((line) => isWithin(line, '/result')).map((line) => line.text)).toEqual(['{', '1', '}']);
  expect(lines.some((line) => isWithin(line, undefined))).toBe(false);
});
