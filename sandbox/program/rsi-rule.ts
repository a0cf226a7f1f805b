import { RSI } from 'trading-signals';
import { readParam, readPeriod } from './read-param.ts';
import type { StrategyRule } from './stance.ts';

/** Buys what fell too far, sells what rose too far. */
export function createRsiRule(params: Readonly<Record<string, number>>): StrategyRule {
  const rsi = new RSI(readPeriod(params, 'period'));
  const buyBelow = readParam(params, 'buyBelow');
  const sellAbove = readParam(params, 'sellAbove');
  return (closeCents) => {
    const value = rsi.add(closeCents);
    if (value === null) return 'keep';
    return value < buyBelow ? 'long' : value > sellAbove ? 'flat' : 'keep';
  };
}
