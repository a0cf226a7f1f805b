import { z } from 'zod';

export const snapshotRequestSchema = z.strictObject({ symbol: z.string(), tick: z.int() });
export type SnapshotRequest = z.infer<typeof snapshotRequestSchema>;

/** Prices in cents; MACD figures in cents too, since they are differences of averages of prices. */
export const marketSnapshotSchema = z.strictObject({
  symbol: z.string(),
  tick: z.int(),
  priceCents: z.int().positive(),
  /** Clock of the data, not of the worker: RFC 3339. */
  asOf: z.string(),
  source: z.string(),
  rsi14: z.number(),
  ema12Cents: z.number(),
  ema26Cents: z.number(),
  sma20Cents: z.number(),
  macdCents: z.number(),
  macdSignalCents: z.number(),
  macdHistogramCents: z.number(),
  bollingerUpperCents: z.number(),
  bollingerMiddleCents: z.number(),
  bollingerLowerCents: z.number(),
});
export type MarketSnapshot = z.infer<typeof marketSnapshotSchema>;

export const headlineSchema = z.strictObject({
  text: z.string(),
  source: z.string(),
  /** RFC 3339. */
  publishedAt: z.string(),
});
export type Headline = z.infer<typeof headlineSchema>;

/** `sentimentScore` −1 (bad) … 1 (good). */
export const newsSnapshotSchema = z.strictObject({
  symbol: z.string(),
  tick: z.int(),
  headlines: z.array(headlineSchema),
  sentimentScore: z.number().min(-1).max(1),
  asOf: z.string(),
  source: z.string(),
});
export type NewsSnapshot = z.infer<typeof newsSnapshotSchema>;

/** Arguments of the tool `getPriceHistory`: the model asks for the closes before a tick. */
export const priceHistoryRequestSchema = z.strictObject({
  symbol: z.string(),
  tick: z.int(),
  /** How many earlier ticks, 1–60. */
  lookback: z.int().min(1).max(60),
});
export type PriceHistoryRequest = z.infer<typeof priceHistoryRequestSchema>;

export const priceHistorySchema = z.strictObject({
  symbol: z.string(),
  /** Oldest first; the last one is the price at the asked tick. */
  priceCents: z.array(z.int().positive()),
  highCents: z.int(),
  lowCents: z.int(),
});
export type PriceHistory = z.infer<typeof priceHistorySchema>;
