import { z } from 'zod';
import { headlineSchema } from './market.ts';
import { orderSchema } from './trade.ts';
import { wellFormedText } from './well-formed-text.ts';

/** What the approver is shown, and what the hash covers besides the order. */
export const approvalContextSchema = z.strictObject({
  priceCents: z.int(),
  asOf: z.string(),
  notionalCents: z.int(),
  sentimentScore: z.number(),
  headlines: z.array(headlineSchema),
  rationale: z.string(),
  /** Ids of the rules that asked. */
  askedBy: z.array(z.string()),
  positionQty: z.int(),
  cashCents: z.int(),
});
export type ApprovalContext = z.infer<typeof approvalContextSchema>;

/** The question put to a person: exactly this order, seen in exactly this context. */
export const approvalRequestSchema = z.strictObject({
  tradeId: z.string(),
  tick: z.int(),
  order: orderSchema,
  context: approvalContextSchema,
  policyVersion: z.string(),
  /** RFC 3339, workflow clock. */
  requestedAt: z.string(),
  /** RFC 3339: no answer by then is a rejection. */
  expiresAt: z.string(),
  /** Hex SHA-256 of "tickscope.approval/1\0" and the canonical JSON (RFC 8785) of {workflowId, tradeId, order, context, policyVersion, expiresAt}. */
  orderHash: z.string(),
});
export type ApprovalRequest = z.infer<typeof approvalRequestSchema>;

/** Argument of the signals `approveTrade` and `rejectTrade`. Lengths are bounded because the answer is kept in the memo. */
export const approvalAnswerSchema = z.strictObject({
  tradeId: z.string().max(1200),
  orderHash: z.string().max(100),
  approver: wellFormedText.min(1).max(200),
  comment: wellFormedText.max(2000),
});
export type ApprovalAnswer = z.infer<typeof approvalAnswerSchema>;

export const refusalReasonSchema = z.enum([
  'malformed',
  'unknown-trade',
  'stale-hash',
  'already-answered',
  'expired',
]);

/** An answer that the workflow did not accept, and why. */
export const refusedAnswerSchema = z.strictObject({
  signal: z.enum(['approveTrade', 'rejectTrade']),
  tradeId: z.string(),
  approver: z.string(),
  reason: refusalReasonSchema,
});
export type RefusedAnswer = z.infer<typeof refusedAnswerSchema>;

/** Memo value under `approval`: rewritten when asked, at each refused answer and at the end. */
export const approvalRecordSchema = z.strictObject({
  request: approvalRequestSchema,
  status: z.enum(['pending', 'approved', 'rejected', 'timed-out', 'withdrawn']),
  /** Absent when: pending, timed out or withdrawn (stopped or halted meanwhile). */
  answer: approvalAnswerSchema.optional(),
  refused: z.array(refusedAnswerSchema),
});
export type ApprovalRecord = z.infer<typeof approvalRecordSchema>;
