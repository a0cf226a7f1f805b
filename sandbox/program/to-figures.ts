import { getMaxDrawdown, getReturns, getSharpeRatio, getStandardDeviation } from 'trading-signals';
import type { Figures, JobStrategy } from '../protocol.ts';
import type { Simulation } from './simulate.ts';

/** Trading days of a year, by which daily figures are annualised. */
const DAYS_PER_YEAR = 252;

/** Points of the equity curve that are kept for drawing. */
const CURVE_POINTS = 40;

/** The scorecard's figures of a simulation. */
export function toFigures({ id, family }: JobStrategy, { equity, tradeReturns }: Simulation): Figures {
  const wins = tradeReturns.filter((value) => value > 0).length;
  return {
    strategyId: id,
    family,
    returnRatio: round((equity.at(-1) ?? 1) - 1),
    sharpe: round(toSharpe(equity)),
    maxDrawdownRatio: round(getMaxDrawdown([...equity]) / 100),
    winRateRatio: tradeReturns.length === 0 ? 0 : round(wins / tradeReturns.length),
    tradeCount: tradeReturns.length,
    equityCurve: toCurve(equity),
  };
}

/** Annualised, risk-free rate 0; 0 when the equity never moved. */
function toSharpe(equity: readonly number[]): number {
  const returns = getReturns([...equity]);
  return getStandardDeviation(returns) === 0 ? 0 : getSharpeRatio(returns) * Math.sqrt(DAYS_PER_YEAR);
}

/** First and last bar and evenly spaced ones between them. */
function toCurve(equity: readonly number[]): number[] {
  const points = Math.min(CURVE_POINTS, equity.length);
  const step = points > 1 ? (equity.length - 1) / (points - 1) : 0;
  return Array.from({ length: points }, (_, index) => round(equity[Math.round(index * step)] ?? 1));
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;
