import { z } from 'zod';

export const actionSchema = z.enum(['BUY', 'SELL', 'HOLD']);

/** The model's wish: structured output of the agent. The id is the workflow's, never the model's. */
export const tradeIntentSchema = z.strictObject({
  ticker: z.string(),
  action: actionSchema,
  /** Shares; 0 for HOLD. */
  quantity: z.int().min(0).max(100),
  /** The model's own words: must name the values that decided. */
  rationale: z.string(),
});
export type TradeIntent = z.infer<typeof tradeIntentSchema>;

export const sideSchema = z.enum(['BUY', 'SELL']);

/** What would be sent: FIX names. The price is this tick's quote; the stand-in fills at it. */
export const orderSchema = z.strictObject({
  clOrdId: z.string(),
  tradeId: z.string(),
  account: z.string(),
  symbol: z.string(),
  side: sideSchema,
  orderQty: z.int().positive(),
  /** Limit price per share in cents (FIX 44). */
  priceCents: z.int().positive(),
});
export type Order = z.infer<typeof orderSchema>;

/** The broker's answer (FIX 35=8), one fill per order in this paper market. */
export const executionReportSchema = z.strictObject({
  clOrdId: z.string(),
  orderId: z.string(),
  execId: z.string(),
  ordStatus: z.enum(['FILLED', 'REJECTED']),
  symbol: z.string(),
  side: sideSchema,
  orderQty: z.int(),
  lastQty: z.int(),
  lastPxCents: z.int(),
  cumQty: z.int(),
  leavesQty: z.int(),
  avgPxCents: z.int(),
  /** RFC 3339, the broker's clock. */
  transactTime: z.string(),
  /** Reason of a rejection (FIX 58). Absent when: filled. */
  text: z.string().optional(),
});
export type ExecutionReport = z.infer<typeof executionReportSchema>;

/** Input of the activity `findOrder`: asked when it is not known whether an order arrived. */
export const orderLookupSchema = z.strictObject({ clOrdId: z.string() });
export type OrderLookup = z.infer<typeof orderLookupSchema>;

/** Result of `findOrder`. Absent when: `report`, the broker knows no such order. */
export const foundOrderSchema = z.strictObject({ report: executionReportSchema.optional() });
export type FoundOrder = z.infer<typeof foundOrderSchema>;

/** Cash and position as the workflow keeps them from fills. */
export const accountSchema = z.strictObject({
  cashCents: z.int(),
  positionQty: z.int(),
  /** Average cost per share held, in cents; 0 when nothing is held. */
  avgCostCents: z.int(),
  realizedPnlCents: z.int(),
});
export type Account = z.infer<typeof accountSchema>;
