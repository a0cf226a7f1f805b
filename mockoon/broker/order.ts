import { z } from 'zod';

/** Longest identifier of an order; longer ones would let a caller fill the file. */
const text = z.string().min(1).max(1500);

/** What the broker accepts. Prices in cents; names after FIX. */
export const orderSchema = z.strictObject({
  clOrdId: text,
  tradeId: text,
  account: text,
  symbol: z.string().regex(/^[A-Z][A-Z0-9.-]{0,9}$/),
  side: z.enum(['BUY', 'SELL']),
  orderQty: z.int().positive().max(1_000_000),
  priceCents: z.int().positive().max(100_000_000),
});
export type Order = z.infer<typeof orderSchema>;

/** What the broker answers: one fill, or a refusal with its reason in `text`. */
export const reportSchema = z.strictObject({
  clOrdId: z.string(),
  orderId: z.string(),
  execId: z.string(),
  ordStatus: z.enum(['FILLED', 'REJECTED']),
  symbol: z.string(),
  side: z.enum(['BUY', 'SELL']),
  orderQty: z.int(),
  lastQty: z.int(),
  lastPxCents: z.int(),
  cumQty: z.int(),
  leavesQty: z.int(),
  avgPxCents: z.int(),
  transactTime: z.string(),
  text: z.string().optional(),
});
export type Report = z.infer<typeof reportSchema>;

/** One line of the broker's file: everything that it knows. */
export const entrySchema = z.strictObject({ order: orderSchema, report: reportSchema });
export type Entry = z.infer<typeof entrySchema>;
