import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDollarText, toUsdText } from './money-text.ts';

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [12_810, '128.10'],
  [1_281_000, '12,810.00'],
  [-98_765_432_100, '-987,654,321.00'],
  [-34.56, '-0.3456'],
  [12_345.678, '123.45678'],
])('%d cents are %s dollars', (cents, text) => {
  expect(toDollarText(cents)).toBe(text);
});

test('what JSON writes with an exponent stays in cents', () => {
  expect(toUsdText(1e-7)).toBe('1e-7 cents');
  expect(toUsdText(1e21)).toBe('1e+21 cents');
  expect(toUsdText(12_810)).toBe('128.10 USD');
});

test('no digit is lost or made up', () => {
  fc.assert(
    fc.property(fc.integer(), (cents) => {
      expect(Number(toDollarText(cents).replaceAll(/[.,]/g, ''))).toBe(cents);
    }),
  );
});
