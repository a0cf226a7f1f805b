import { z } from 'zod';

/**
 * Payloads of the trading agent's contract, version 1, as recordings have them. Frozen: a later contract gets a file of its own.
 *
 * What the agent recorded is read loosely: a member that is not named here is kept and ignored. What its senders gave it as the argument
 * of a signal is read exactly as the agent reads it, so that nothing counts here that the agent did not obey.
 */
export const CONTRACT_VERSION = 1;

const wellFormedText = z.string().refine((text) => text.isWellFormed());

const headlineV1 = z.looseObject({ text: z.string(), source: z.string(), publishedAt: z.string() });

export const marketSnapshotV1 = z.looseObject({
  symbol: z.string(),
  tick: z.number(),
  priceCents: z.number(),
  asOf: z.string(),
  source: z.string(),
});
export type MarketSnapshotV1 = z.infer<typeof marketSnapshotV1>;

export const newsSnapshotV1 = z.looseObject({
  headlines: z.array(headlineV1),
  sentimentScore: z.number(),
  asOf: z.string(),
  source: z.string(),
});
export type NewsSnapshotV1 = z.infer<typeof newsSnapshotV1>;

export const tradeIntentV1 = z.looseObject({
  ticker: z.string(),
  action: z.enum(['BUY', 'SELL', 'HOLD']),
  quantity: z.number(),
  rationale: z.string(),
});
export type TradeIntentV1 = z.infer<typeof tradeIntentV1>;

const accountV1 = z.looseObject({
  cashCents: z.number(),
  positionQty: z.number(),
  avgCostCents: z.number(),
});

export const guardrailInputV1 = z.looseObject({
  tick: z.number(),
  intent: tradeIntentV1,
  priceCents: z.number(),
  headlines: z.array(headlineV1),
  sentimentScore: z.number(),
  account: accountV1,
});
export type GuardrailInputV1 = z.infer<typeof guardrailInputV1>;

const limitOrObserved = z.union([z.number(), z.string(), z.array(z.string())]);

const ruleResultV1 = z.looseObject({
  rule: z.string(),
  outcome: z.enum(['pass', 'block', 'ask']),
  limit: limitOrObserved,
  observed: limitOrObserved,
  unit: z.string(),
  explanation: z.string(),
});
export type RuleResultV1 = z.infer<typeof ruleResultV1>;

export const guardrailVerdictV1 = z.looseObject({
  outcome: z.enum(['allow', 'ask', 'block']),
  policyVersion: z.string(),
  notionalCents: z.number(),
  rules: z.array(ruleResultV1),
});
export type GuardrailVerdictV1 = z.infer<typeof guardrailVerdictV1>;

export const orderV1 = z.looseObject({
  clOrdId: z.string(),
  tradeId: z.string(),
  symbol: z.string(),
  side: z.enum(['BUY', 'SELL']),
  orderQty: z.number(),
  priceCents: z.number(),
});
export type OrderV1 = z.infer<typeof orderV1>;

export const executionReportV1 = z.looseObject({
  orderId: z.string(),
  execId: z.string(),
  ordStatus: z.string(),
  symbol: z.string(),
  side: z.enum(['BUY', 'SELL']),
  lastQty: z.number(),
  lastPxCents: z.number(),
  cumQty: z.number(),
  avgPxCents: z.number(),
  transactTime: z.string(),
  text: z.string().optional(),
});
export type ExecutionReportV1 = z.infer<typeof executionReportV1>;

export const foundOrderV1 = z.looseObject({ report: executionReportV1.optional() });

/** Argument of `approveTrade` and `rejectTrade`. */
export const approvalAnswerV1 = z.strictObject({
  tradeId: wellFormedText.max(1200),
  orderHash: wellFormedText.max(100),
  approver: wellFormedText.min(1).max(200),
  comment: wellFormedText.max(2000),
});

const recordedAnswerV1 = z.looseObject({
  tradeId: z.string(),
  orderHash: z.string(),
  approver: z.string(),
  comment: z.string(),
});

export const refusedAnswerV1 = z.looseObject({
  signal: z.string(),
  tradeId: z.string(),
  approver: z.string(),
  reason: z.string(),
});
export type RefusedAnswerV1 = z.infer<typeof refusedAnswerV1>;

export const approvalRecordV1 = z.looseObject({
  request: z.looseObject({
    tradeId: z.string(),
    tick: z.number(),
    order: orderV1,
    requestedAt: z.string(),
    expiresAt: z.string(),
    orderHash: z.string(),
  }),
  status: z.enum(['pending', 'approved', 'rejected', 'timed-out', 'withdrawn']),
  answer: recordedAnswerV1.optional(),
  refused: z.array(refusedAnswerV1),
});
export type ApprovalRecordV1 = z.infer<typeof approvalRecordV1>;

export const tickNoteV1 = z.looseObject({
  tick: z.number(),
  outcome: z.enum(['held', 'failed', 'withheld']),
  cause: z.string(),
  detail: z.string(),
});
export type TickNoteV1 = z.infer<typeof tickNoteV1>;

export const strategySelectionV1 = z.looseObject({
  winner: z.string(),
  family: z.string(),
  sharpe: z.number(),
  maxDrawdownRatio: z.number(),
  failed: z.array(z.looseObject({ strategyId: z.string(), error: z.string() })),
});
export type StrategySelectionV1 = z.infer<typeof strategySelectionV1>;

export const scorecardV1 = z.looseObject({
  strategyId: z.string(),
  returnRatio: z.number(),
  sharpe: z.number(),
  maxDrawdownRatio: z.number(),
  winRateRatio: z.number(),
  tradeCount: z.number(),
  isolation: z.string(),
  codeDigest: z.string(),
});
export type ScorecardV1 = z.infer<typeof scorecardV1>;

export const backtestInputV1 = z.looseObject({ strategy: z.looseObject({ id: z.string() }) });

export const barSeriesV1 = z.looseObject({ closeCents: z.array(z.number()), source: z.string() });

/** Argument of `injectNews`. */
export const injectedNewsV1 = z.strictObject({
  headline: wellFormedText.min(1).max(500),
  sentiment: z.number().min(-1).max(1),
  by: wellFormedText.min(1).max(200),
});

/** Argument of `halt`, `stop`, `resume` and `fastForwardTick`. */
export const byV1 = z.strictObject({ by: wellFormedText.min(1).max(200), reason: wellFormedText.max(500) });
