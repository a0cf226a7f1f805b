import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findQuoted, isTooCommon, toConvertedNumbers, toValueForms } from './value-forms.ts';

test('an amount of cents may be quoted in dollars, said as a conversion', () => {
  expect(toValueForms(12_810)).toEqual([
    { text: '12810' },
    { text: '12,810' },
    { text: '128.10', conversion: '12810 cents are 128.10' },
    { text: '128.1', conversion: '12810 cents are 128.1' },
  ]);
  expect(toValueForms(0.25)).toEqual([{ text: '0.25' }]);
  expect(toValueForms('NVDA')).toEqual([{ text: 'NVDA' }]);
  expect(toValueForms([1])).toEqual([]);
});

test('conversions are exact or not made', () => {
  expect(toConvertedNumbers(128.1)).toEqual([{ value: 12_810, conversion: '128.1 is 12810 cents' }]);
  expect(toConvertedNumbers(1.005)).toEqual([]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (cents) => {
      const [dollars] = toConvertedNumbers(cents);
      expect(toConvertedNumbers(dollars?.value ?? 0).some(({ value }) => value === cents)).toBe(true);
    }),
  );
});

test('a number inside another one is not that number', () => {
  expect(findQuoted('price: 128.10', '128.10')).toBe(7);
  expect(findQuoted('buy 40, then 140', '40')).toBe(4);
  expect(findQuoted('140 or 40.5 or x40', '40')).toBe(-1);
  expect(findQuoted('It is 40.', '40')).toBe(6);
  expect(findQuoted('', '40')).toBe(-1);
});

test('what stands everywhere is too common', () => {
  expect([0, 1, -9, true, null, '', 'OK'].every(isTooCommon)).toBe(true);
  expect([10, 0.5, 'BUY', [1]].some(isTooCommon)).toBe(false);
});
