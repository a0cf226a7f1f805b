import { expect, test } from 'vitest';
import { toBoundedValue, toValueText } from './bounded-value.ts';

test('a small value stays itself, of a large one the beginning is shown', () => {
  expect(toBoundedValue({ qty: 40 }, 7)).toEqual({ qty: 40 });
  expect(toBoundedValue(['abcdef'], 7, 5)).toBe('["abc… (5 more characters, event 7)');
});

test('a text is shown without quotation marks', () => {
  expect(toValueText('Oslo')).toBe('Oslo');
  expect(toValueText(['Oslo'])).toBe('["Oslo"]');
});
