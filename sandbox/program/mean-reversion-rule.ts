import { getStandardDeviation, getZScore, pushUpdate } from 'trading-signals';
import { readParam, readPeriod } from './read-param.ts';
import type { StrategyRule } from './stance.ts';

/** Buys `z` deviations below the mean of the window, sells once the price is back at the mean. */
export function createMeanReversionRule(params: Readonly<Record<string, number>>): StrategyRule {
  const maxLength = readPeriod(params, 'window');
  const limit = readParam(params, 'z');
  const closes: number[] = [];
  return (closeCents) => {
    pushUpdate({ array: closes, item: closeCents, maxLength, replace: false });
    if (closes.length < maxLength || getStandardDeviation(closes) === 0) return 'keep';
    const z = getZScore(closes);
    return z < -limit ? 'long' : z >= 0 ? 'flat' : 'keep';
  };
}
