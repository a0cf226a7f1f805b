import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JobStrategy } from '../protocol.ts';
import { createRule } from './create-rule.ts';
import { simulate } from './simulate.ts';
import type { Stance } from './stance.ts';

/** A rule that says what it is told, bar by bar. */
const toRule = (stances: readonly Stance[]) => {
  let bar = 0;
  return (): Stance => stances[bar++] ?? 'keep';
};

it('earns from the bar after the decision on, and not on the day of the sale', () => {
  const { equity, tradeReturns } = simulate([100, 110, 121, 60], toRule(['long', 'keep', 'flat', 'keep']));
  expect(equity).toEqual([1, 1.1, expect.closeTo(1.21), expect.closeTo(1.21)]);
  expect(tradeReturns).toEqual([expect.closeTo(0.21)]);
});

it('buys once however often it is told to, and values what is still open at the last close', () => {
  const { equity, tradeReturns } = simulate([100, 50, 100], toRule(['long', 'long', 'keep']));
  expect(equity).toEqual([1, 0.5, 1]);
  expect(tradeReturns).toEqual([0]);
});

it('does nothing without a trade', () => {
  expect(simulate([100, 200, 50], toRule([]))).toEqual({ equity: [1, 1, 1], tradeReturns: [] });
});

const STRATEGIES: readonly JobStrategy[] = [
  { id: 'rsi', family: 'RSI', params: { period: 7, buyBelow: 45, sellAbove: 55 } },
  { id: 'macd', family: 'MACD', params: { fast: 3, slow: 6, signal: 3 } },
  { id: 'ema', family: 'EMA_CROSS', params: { fast: 3, slow: 8 } },
  { id: 'bb', family: 'BOLLINGER', params: { period: 5, deviations: 1 } },
  { id: 'mr', family: 'MEAN_REVERSION', params: { window: 5, z: 0.5 } },
];

const anyCloses = fc.array(fc.integer({ min: 50_00, max: 200_00 }), { minLength: 20, maxLength: 80 });

it.each(STRATEGIES)(
  'does not look ahead: $family earns the same up to a bar, whatever comes after it',
  (strategy) => {
    fc.assert(
      fc.property(anyCloses, anyCloses, (past, future) => {
        const known = simulate(past, createRule(strategy)).equity;
        const longer = simulate([...past, ...future], createRule(strategy)).equity;
        expect(longer.slice(0, past.length)).toEqual(known);
      }),
    );
  },
);

it.each(STRATEGIES)('$family never earns on the bar on which it decides', (strategy) => {
  fc.assert(
    fc.property(anyCloses, fc.integer({ min: 1, max: 1_000_00 }), (closes, last) => {
      // The last close can change the stance of the last bar, which has no bar after it to earn on.
      const shifted = [...closes.slice(0, -1), last];
      const before = simulate(closes.slice(0, -1), createRule(strategy));
      const after = simulate(shifted, createRule(strategy));
      const grown = (after.equity.at(-1) ?? 0) / (before.equity.at(-1) ?? 1);
      const move = last / (closes.at(-2) ?? 1);
      expect([1, move].some((factor) => Math.abs(grown - factor) < 1e-9)).toBe(true);
    }),
  );
});
