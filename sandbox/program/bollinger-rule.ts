import { BollingerBands } from 'trading-signals';
import { readParam, readPeriod } from './read-param.ts';
import type { StrategyRule } from './stance.ts';

/** Buys below the lower band, sells above the upper one. */
export function createBollingerRule(params: Readonly<Record<string, number>>): StrategyRule {
  const bands = new BollingerBands(readPeriod(params, 'period'), readParam(params, 'deviations'));
  return (closeCents) => {
    const value = bands.add(closeCents);
    if (value === null) return 'keep';
    return closeCents < value.lower ? 'long' : closeCents > value.upper ? 'flat' : 'keep';
  };
}
