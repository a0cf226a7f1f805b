import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Contender, selectWinner } from './select-winner.ts';

const contender = (strategyId: string, sharpe: number, maxDrawdownRatio: number): Contender => ({
  strategyId,
  sharpe,
  maxDrawdownRatio,
});

it('takes the highest Sharpe ratio, whatever the drawdown', () => {
  expect(selectWinner([contender('a', 1, 0.1), contender('b', 1.1, 0.9)])?.strategyId).toBe('b');
});

it('takes the lower drawdown of two equal ratios', () => {
  expect(selectWinner([contender('a', 1, 0.2), contender('b', 1, 0.1)])?.strategyId).toBe('b');
});

it('takes the first id when all else is equal', () => {
  expect(selectWinner([contender('rsi-7', 1, 0.1), contender('rsi-14', 1, 0.1)])?.strategyId).toBe('rsi-14');
});

it('takes the least bad of losing strategies, and nothing of none', () => {
  expect(selectWinner([contender('a', -2, 0.5), contender('b', -1, 0.6)])?.strategyId).toBe('b');
  expect(selectWinner([])).toBeUndefined();
});

it('does not depend on the order of the contenders, nor change it', () => {
  const any = fc.record({
    strategyId: fc.string(),
    sharpe: fc.integer({ min: -2, max: 2 }),
    maxDrawdownRatio: fc.constantFrom(0, 0.1),
  });
  const contenders = fc.uniqueArray(any, { selector: (item) => item.strategyId, minLength: 1 });
  fc.assert(
    fc.property(contenders, (list) => {
      const before = structuredClone(list);
      expect(selectWinner([...list].reverse())).toEqual(selectWinner(list));
      expect(list).toEqual(before);
    }),
  );
});
