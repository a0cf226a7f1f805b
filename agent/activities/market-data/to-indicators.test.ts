import { expect, it } from 'vitest';
import { toIndicators } from './to-indicators.ts';

/** The textbook definition, written another way than the library: a running average from the first value on. */
const toEma = (values: readonly number[], period: number): number =>
  values.reduce((average, value) => average + (2 / (period + 1)) * (value - average));

const rising = Array.from({ length: 60 }, (_, index) => 100_00 + index * 50);
const wavy = Array.from({ length: 60 }, (_, index) => Math.round(100_00 + 800 * Math.sin(index / 4)));

it('gives the averages of their definitions', () => {
  const last20 = wavy.slice(-20);
  const mean = last20.reduce((sum, value) => sum + value, 0) / 20;
  const deviation = Math.sqrt(last20.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 20);
  const figures = toIndicators(wavy);
  expect(figures.ema12Cents).toBeCloseTo(toEma(wavy, 12), 3);
  expect(figures.ema26Cents).toBeCloseTo(toEma(wavy, 26), 3);
  expect(figures.macdCents).toBeCloseTo(toEma(wavy, 12) - toEma(wavy, 26), 3);
  expect(figures.macdHistogramCents).toBeCloseTo(figures.macdCents - figures.macdSignalCents, 3);
  expect(figures.sma20Cents).toBeCloseTo(mean, 3);
  expect(figures.bollingerMiddleCents).toBeCloseTo(mean, 3);
  expect(figures.bollingerUpperCents).toBeCloseTo(mean + 2 * deviation, 3);
  expect(figures.bollingerLowerCents).toBeCloseTo(mean - 2 * deviation, 3);
});

it('sees strength in a steady rise, and none in a steady fall', () => {
  expect(toIndicators(rising)).toMatchObject({ rsi14: 100 });
  expect(toIndicators([...rising].reverse()).rsi14).toBe(0);
  expect(toIndicators(rising).macdCents).toBeGreaterThan(0);
});

it('refuses what is too short for its longest average', () => {
  expect(() => toIndicators(rising.slice(0, 20))).toThrow();
});
