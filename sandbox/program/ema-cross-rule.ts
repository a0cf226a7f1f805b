import { EMA } from 'trading-signals';
import { readPeriod } from './read-param.ts';
import type { StrategyRule } from './stance.ts';

/** Holds while the fast average stands above the slow one. */
export function createEmaCrossRule(params: Readonly<Record<string, number>>): StrategyRule {
  const fast = new EMA(readPeriod(params, 'fast'));
  const slow = new EMA(readPeriod(params, 'slow'));
  return (closeCents) => {
    fast.add(closeCents);
    slow.add(closeCents);
    if (!fast.isStable || !slow.isStable) return 'keep';
    return fast.getResultOrThrow() > slow.getResultOrThrow() ? 'long' : 'flat';
  };
}
