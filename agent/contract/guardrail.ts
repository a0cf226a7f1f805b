import { z } from 'zod';
import { headlineSchema } from './market.ts';
import { accountSchema, tradeIntentSchema } from './trade.ts';

/** Money in cents, shares of the account as a ratio 0–1. */
export const limitsSchema = z.strictObject({
  maxNotionalPerTradeCents: z.int().positive(),
  maxDailyNotionalCents: z.int().positive(),
  /** Largest position after the trade, as a share of equity. */
  maxPositionRatio: z.number().positive().max(1),
  /** Above this notional a person is asked. */
  approvalThresholdCents: z.int().nonnegative(),
});
export type Limits = z.infer<typeof limitsSchema>;

/** Everything that the rules look at: the input of the activity `checkTradeIntent`. */
export const guardrailInputSchema = z.strictObject({
  tradeId: z.string(),
  tick: z.int(),
  policyVersion: z.string(),
  intent: tradeIntentSchema,
  /** This tick's price. */
  priceCents: z.int().positive(),
  headlines: z.array(headlineSchema),
  sentimentScore: z.number(),
  account: accountSchema,
  /** Notional of the orders filled on `tradingDate` so far. */
  dailyNotionalCents: z.int().nonnegative(),
  /** UTC date, YYYY-MM-DD. */
  tradingDate: z.string(),
  limits: limitsSchema,
});
export type GuardrailInput = z.infer<typeof guardrailInputSchema>;

export const ruleOutcomeSchema = z.enum(['pass', 'block', 'ask']);

/** One rule, evaluated. Every rule is recorded, also those that passed. */
export const ruleResultSchema = z.strictObject({
  rule: z.string(),
  outcome: ruleOutcomeSchema,
  /** What the rule allows, in `unit`; a list for terms. */
  limit: z.union([z.number(), z.string(), z.array(z.string())]),
  observed: z.union([z.number(), z.string(), z.array(z.string())]),
  unit: z.enum(['cents', 'ratio', 'score', 'shares', 'terms', 'side']),
  /** One sentence in plain words. */
  explanation: z.string(),
});
export type RuleResult = z.infer<typeof ruleResultSchema>;

export const guardrailVerdictSchema = z.strictObject({
  tradeId: z.string(),
  policyVersion: z.string(),
  /** `block` if any rule blocks, else `ask` if any asks, else `allow`. */
  outcome: z.enum(['allow', 'ask', 'block']),
  notionalCents: z.int(),
  rules: z.array(ruleResultSchema),
});
export type GuardrailVerdict = z.infer<typeof guardrailVerdictSchema>;
