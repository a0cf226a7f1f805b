import { expect, test } from 'vitest';
import { parseCount, parseWholeNumber } from './parse-number.ts';

test('whole numbers from 0 on, nothing else', () => {
  expect(parseWholeNumber('0')).toBe(0);
  expect(parseWholeNumber('14')).toBe(14);
  for (const text of ['', '-1', '1.5', '1e3', 'x', '9999999999', ' 1', '0x10']) {
    expect(() => parseWholeNumber(text)).toThrow('Give a whole number.');
  }
});

test('a count has a greatest', () => {
  expect(parseCount(500)('500')).toBe(500);
  for (const text of ['0', '501', 'x']) expect(() => parseCount(500)(text)).toThrow(/Give a/);
});
