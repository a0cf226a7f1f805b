import { z } from 'zod';
import { wellFormedText } from './well-formed-text.ts';

/** Daily closing prices, oldest first, in columns so that three years fit into one small payload. */
export const barSeriesSchema = z.strictObject({
  symbol: z.string(),
  /** Days since 1970-01-01 UTC of each bar. */
  epochDays: z.array(z.int()),
  /** Closing price of each bar in cents. */
  closeCents: z.array(z.int().positive()),
  /** Where the bars came from: `mock` or `yahoo`. */
  source: z.string(),
});
export type BarSeries = z.infer<typeof barSeriesSchema>;

export const strategyFamilySchema = z.enum(['RSI', 'MACD', 'EMA_CROSS', 'BOLLINGER', 'MEAN_REVERSION']);

/** One candidate: `rsi-14-30-70` is family RSI with period 14, buy below 30, sell above 70. */
export const strategySchema = z.strictObject({
  id: z.string(),
  family: strategyFamilySchema,
  params: z.record(wellFormedText, z.number()),
});
export type Strategy = z.infer<typeof strategySchema>;

/** Result of one backtest. Ratios are 0–1 (returnRatio and sharpe may be negative). */
export const scorecardSchema = z.strictObject({
  strategyId: z.string(),
  family: strategyFamilySchema,
  returnRatio: z.number(),
  /** Annualised (252 days), risk-free rate 0; 0 when the equity never moved. */
  sharpe: z.number(),
  maxDrawdownRatio: z.number(),
  winRateRatio: z.number(),
  tradeCount: z.int(),
  /** Equity at most 40 evenly spaced bars, start = 1. */
  equityCurve: z.array(z.number()),
  /** `process-permission-model`, `docker`, …: what really isolated the run. */
  isolation: z.string(),
  /** SHA-256 of the program that ran. */
  codeDigest: z.string(),
  durationMs: z.int(),
});
export type Scorecard = z.infer<typeof scorecardSchema>;

export const backtestInputSchema = z.strictObject({ strategy: strategySchema, bars: barSeriesSchema });
export type BacktestInput = z.infer<typeof backtestInputSchema>;

/** What phase 1 found, kept in the memo. */
export const strategySelectionSchema = z.strictObject({
  winner: z.string(),
  family: strategyFamilySchema,
  sharpe: z.number(),
  maxDrawdownRatio: z.number(),
  /** Candidates whose backtest failed, with the first line of the error. */
  failed: z.array(z.strictObject({ strategyId: z.string(), error: z.string() })),
});
export type StrategySelection = z.infer<typeof strategySelectionSchema>;
