import type { Scorecard } from '../contract/strategy.ts';

/** What of a scorecard decides. */
export type Contender = Pick<Scorecard, 'strategyId' | 'sharpe' | 'maxDrawdownRatio'>;

/**
 * The strategy that trades: highest Sharpe ratio, then lowest maximum drawdown, then first by id.
 *
 * Absent when: there is no contender.
 */
export function selectWinner<T extends Contender>(contenders: readonly T[]): T | undefined {
  return [...contenders].sort(byRank)[0];
}

function byRank(a: Contender, b: Contender): number {
  if (a.sharpe !== b.sharpe) return b.sharpe - a.sharpe;
  if (a.maxDrawdownRatio !== b.maxDrawdownRatio) return a.maxDrawdownRatio - b.maxDrawdownRatio;
  // By code unit, not by locale: the order must be the same on every machine.
  return a.strategyId < b.strategyId ? -1 : a.strategyId > b.strategyId ? 1 : 0;
}
