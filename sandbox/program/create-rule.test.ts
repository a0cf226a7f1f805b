import { BollingerBands, EMA, MACD, RSI } from 'trading-signals';
import { expect, it } from 'vitest';
import type { JobStrategy } from '../protocol.ts';
import { createRule } from './create-rule.ts';
import type { Stance } from './stance.ts';

// Noise of a fixed seed around a slow wave: every rule gets to buy and to sell.
let seed = 7;
const nextNoise = (): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return (seed / 2_147_483_647 - 0.5) * 400;
};
const CLOSES = Array.from({ length: 300 }, (_, index) =>
  Math.round(100_00 + 900 * Math.sin(index / 9) + nextNoise()),
);

const stancesOf = (family: JobStrategy['family'], params: Record<string, number>): Stance[] => {
  const rule = createRule({ id: 'x', family, params });
  return CLOSES.map((close) => rule(close));
};

/** What a rule should say at a bar, from the library's figures over all closes up to it, computed anew for each bar. */
const expected = (decide: (closes: number[]) => Stance): Stance[] =>
  CLOSES.map((_, index) => decide(CLOSES.slice(0, index + 1)));

function ofRsi(closes: number[]): Stance {
  const rsi = new RSI(14);
  rsi.updates(closes);
  const value = rsi.getResult();
  if (value === null) return 'keep';
  return value < 30 ? 'long' : value > 70 ? 'flat' : 'keep';
}

function ofMacd(closes: number[]): Stance {
  const macd = new MACD(new EMA(12), new EMA(26), new EMA(9));
  macd.updates(closes);
  const value = macd.getResult();
  if (value === null) return 'keep';
  return value.macd > value.signal ? 'long' : 'flat';
}

function ofCross(closes: number[]): Stance {
  const [fast, slow] = [new EMA(9), new EMA(21)];
  fast.updates(closes);
  slow.updates(closes);
  if (closes.length < 21) return 'keep';
  return fast.getResultOrThrow() > slow.getResultOrThrow() ? 'long' : 'flat';
}

function ofBands(closes: number[]): Stance {
  const bands = new BollingerBands(10, 1.5);
  bands.updates(closes);
  const value = bands.getResult();
  const close = closes.at(-1) ?? 0;
  if (value === null) return 'keep';
  return close < value.lower ? 'long' : close > value.upper ? 'flat' : 'keep';
}

function ofMean(closes: number[]): Stance {
  const window = closes.slice(-20);
  if (window.length < 20) return 'keep';
  const mean = window.reduce((sum, value) => sum + value, 0) / 20;
  const deviation = Math.sqrt(window.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 20);
  const z = ((closes.at(-1) ?? 0) - mean) / deviation;
  return z < -1.5 ? 'long' : z >= 0 ? 'flat' : 'keep';
}

it.each([
  ['RSI', { period: 14, buyBelow: 30, sellAbove: 70 }, ofRsi],
  ['MACD', { fast: 12, slow: 26, signal: 9 }, ofMacd],
  ['EMA_CROSS', { fast: 9, slow: 21 }, ofCross],
  ['BOLLINGER', { period: 10, deviations: 1.5 }, ofBands],
  ['MEAN_REVERSION', { window: 20, z: 1.5 }, ofMean],
] as const)("%s follows the library's figures at every bar", (family, params, decide) => {
  const stances = stancesOf(family, params);
  expect(stances).toEqual(expected(decide));
  expect(stances).toContain('long');
  expect(stances).toContain('flat');
});

it('keeps still on a flat line, where no deviation can be computed', () => {
  const rule = createRule({ id: 'x', family: 'MEAN_REVERSION', params: { window: 20, z: 1.5 } });
  expect(new Set(Array.from({ length: 40 }, () => rule(100)))).toEqual(new Set(['keep']));
});

it.each(['RSI', 'MACD', 'EMA_CROSS', 'BOLLINGER', 'MEAN_REVERSION'] as const)(
  '%s names the parameter that is missing',
  (family) => {
    expect(() => createRule({ id: 'x', family, params: {} })).toThrow(/^parameter \w+ is missing$/);
  },
);
