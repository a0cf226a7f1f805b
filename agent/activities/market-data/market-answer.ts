import { z } from 'zod';

/** What the market party says of one symbol at one tick. */
export const quoteSchema = z.looseObject({
  symbol: z.string(),
  tick: z.int(),
  priceCents: z.int().positive(),
  asOf: z.iso.datetime({ offset: true }),
  source: z.string().max(100),
  /** Oldest first, this tick's price last. */
  closeCents: z.array(z.int().positive()).min(27).max(1000),
});
export type Quote = z.infer<typeof quoteSchema>;

const barSchema = z.looseObject({ date: z.iso.date(), closeCents: z.int().positive() });

/** Daily bars, oldest first; at most ten years. */
export const barsSchema = z.looseObject({
  symbol: z.string(),
  source: z.string().max(100),
  bars: z.array(barSchema).min(60).max(2600),
});
export type Bars = z.infer<typeof barsSchema>;
