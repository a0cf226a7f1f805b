import { expect, test } from 'vitest';
import { formatValue } from './format-value.ts';

test.each([
  [1281000, 'cents', '12,810.00'],
  [-1281000, 'cents', '-12,810.00'],
  [12810.25, 'cents', '128.1025'],
  [0.25, 'ratio', '25 %'],
  [0.0567, 'ratio', '5.67 %'],
  [100, 'ratio', '10000 %'],
  [-0.4, 'score', '-0.4'],
  [1500, 'ms', '1.50 s'],
  [4120, 'tokens', '4,120 tokens'],
  [14, undefined, '14'],
  ['<b>text</b>', 'cents', '<b>text</b>'],
  [null, 'cents', 'null'],
  [true, undefined, 'yes'],
  [['a', 1], undefined, '[\n  "a",\n  1\n]'],
])('%j in %s is %j', (value, unit, text) => {
  expect(formatValue(value, unit)).toBe(text);
});
