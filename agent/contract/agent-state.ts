import { z } from 'zod';
import { approvalRecordSchema, refusedAnswerSchema } from './approval.ts';
import { limitsSchema } from './guardrail.ts';
import { scorecardSchema, strategySelectionSchema } from './strategy.ts';
import { accountSchema, tradeIntentSchema } from './trade.ts';

/** How a tick ended. */
export const tickOutcomeSchema = z.enum([
  'held',
  'filled',
  'order-rejected',
  'blocked',
  'approval-rejected',
  'approval-timed-out',
  'withheld',
  'failed',
]);
export type TickOutcome = z.infer<typeof tickOutcomeSchema>;

/** Memo value under `tickNote`: written when a tick ends by something that no other event states. */
export const tickNoteSchema = z.strictObject({
  tick: z.int(),
  outcome: z.enum(['held', 'failed', 'withheld']),
  /** `no-valid-intent`, `market-data`, `news`, `model`, `guardrail`, `broker`, `halted`, `stopped`. */
  cause: z.string(),
  detail: z.string(),
});
export type TickNote = z.infer<typeof tickNoteSchema>;

export const recentIntentSchema = z.strictObject({
  tick: z.int(),
  intent: tradeIntentSchema.optional(),
  outcome: tickOutcomeSchema,
});

/** Answer of the query `getState`: everything that a state view needs. */
export const agentStateSchema = z.strictObject({
  phase: z.enum([
    'discovering',
    'waiting',
    'deciding',
    'awaiting-approval',
    'ordering',
    'halted',
    'stopped',
    'failed',
  ]),
  ticker: z.string(),
  /** Tick in progress or waited for; 0 while discovering. */
  tick: z.int(),
  limits: limitsSchema,
  selection: strategySelectionSchema.optional(),
  scorecards: z.array(scorecardSchema.omit({ equityCurve: true })),
  account: accountSchema,
  lastPriceCents: z.int().optional(),
  dailyNotionalCents: z.int(),
  /** The approval asked last; pending while `status` says so. */
  approval: approvalRecordSchema.optional(),
  halted: z.strictObject({ by: z.string(), reason: z.string() }).optional(),
  stopping: z.strictObject({ by: z.string(), reason: z.string() }).optional(),
  /** Newest last, at most 20. */
  recentIntents: z.array(recentIntentSchema),
  orderCount: z.int(),
  /** Answers refused while no approval was ever asked; others stand in `approval.refused`. Newest last, at most 20. */
  refusedAnswers: z.array(refusedAnswerSchema),
});
export type AgentState = z.infer<typeof agentStateSchema>;
