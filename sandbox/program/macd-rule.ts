import { EMA, MACD } from 'trading-signals';
import { readPeriod } from './read-param.ts';
import type { StrategyRule } from './stance.ts';

/** Holds while the MACD stands above its signal line. */
export function createMacdRule(params: Readonly<Record<string, number>>): StrategyRule {
  const toAverage = (name: string): EMA => new EMA(readPeriod(params, name));
  const macd = new MACD(toAverage('fast'), toAverage('slow'), toAverage('signal'));
  return (closeCents) => {
    const value = macd.add(closeCents);
    if (value === null) return 'keep';
    return value.histogram > 0 ? 'long' : 'flat';
  };
}
