import { z } from 'zod';
import { recentIntentSchema } from './agent-state.ts';
import { approvalRecordSchema } from './approval.ts';
import { limitsSchema } from './guardrail.ts';
import { injectedNewsSchema } from './signals.ts';
import { scorecardSchema, strategySchema, strategySelectionSchema } from './strategy.ts';
import { accountSchema } from './trade.ts';
import { wellFormedText } from './well-formed-text.ts';

/** What one run hands to the next at continue-as-new. */
export const carriedStateSchema = z.strictObject({
  /** Last finished tick; the next run goes on with the one after it. */
  tick: z.int(),
  selection: strategySelectionSchema,
  scorecards: z.array(scorecardSchema.omit({ equityCurve: true })),
  account: accountSchema,
  dailyNotionalCents: z.int(),
  tradingDate: z.string(),
  halted: z.strictObject({ by: z.string(), reason: z.string() }).optional(),
  injectedNews: z.array(z.strictObject({ news: injectedNewsSchema, ticksLeft: z.int() })),
  orderCount: z.int(),
  /** A `fastForwardTick` that no wait has used yet. Absent when: none came. */
  fastForward: z.boolean().optional(),
  /** Newest last, at most 20. Absent when: the run before did not hand them on yet. */
  recentIntents: z.array(recentIntentSchema).optional(),
  /** The approval asked last, so that a late answer is still told from one to an unknown trade. Absent when: none was asked. */
  approval: approvalRecordSchema.optional(),
});
export type CarriedState = z.infer<typeof carriedStateSchema>;

/** Input of `selfEvolvingStockAgent`. Durations in seconds. */
export const agentInputSchema = z.strictObject({
  contractVersion: z.int(),
  ticker: z.string().regex(/^[A-Z][A-Z0-9.-]{0,9}$/),
  objective: z.string(),
  /** How much history the backtests see: `6mo`, `1y`, `3y`. */
  historyRange: z.enum(['6mo', '1y', '3y']),
  candidateStrategies: z.array(strategySchema).min(1),
  limits: limitsSchema,
  startingCashCents: z.int().positive(),
  approvalTimeoutSeconds: z.int().positive(),
  /** 0 starts no timer at all: ticks follow each other at once. */
  tickSeconds: z.int().nonnegative(),
  /** Absent when: the agent trades until stopped. */
  maxTicks: z.int().positive().optional(),
  /** Continue-as-new after this many ticks of one run (sooner when the server suggests it). */
  ticksPerRun: z.int().positive(),
  model: z.string(),
  promptVersion: z.string(),
  policyVersion: wellFormedText,
  /** Who or what started the agent. */
  startedBy: z.string(),
  /** Absent when: first run of the chain. */
  carried: carriedStateSchema.optional(),
});
export type AgentInput = z.infer<typeof agentInputSchema>;
