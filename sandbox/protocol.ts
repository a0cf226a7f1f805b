import { z } from 'zod';

/**
 * What goes into a sandbox and what comes out, whatever isolates it.
 *
 * A runner starts the program (`program/backtest-program.ts`), writes one job as JSON to its stdin and closes it, reads one
 * reply as JSON from its stdout, and ends it when a limit is passed. A Docker runner does the same with `docker run -i`:
 * the program's folder and the two packages that it imports (`trading-signals`, `zod`) mounted read-only, no network.
 */

/** One strategy: the family names the rule, the parameters fill it in. */
export const jobStrategySchema = z.strictObject({
  id: z.string().min(1).max(100),
  family: z.enum(['RSI', 'MACD', 'EMA_CROSS', 'BOLLINGER', 'MEAN_REVERSION']),
  params: z.record(z.string(), z.number()),
});
export type JobStrategy = z.infer<typeof jobStrategySchema>;

/** Daily closes, oldest first. Units: cents; days since 1970-01-01 UTC. */
export const jobBarsSchema = z.strictObject({
  symbol: z.string(),
  epochDays: z.array(z.int()),
  closeCents: z.array(z.int().positive()).min(60).max(10_000),
  source: z.string(),
});

/** The job: one line of JSON on stdin. */
export const jobSchema = z.strictObject({ strategy: jobStrategySchema, bars: jobBarsSchema });
export type Job = z.infer<typeof jobSchema>;

/** The figures that the program computes. Ratios 0–1, returns may be negative; Sharpe annualised by 252 days. */
export const figuresSchema = z.strictObject({
  strategyId: z.string(),
  family: jobStrategySchema.shape.family,
  returnRatio: z.number(),
  sharpe: z.number(),
  maxDrawdownRatio: z.number().min(0).max(1),
  winRateRatio: z.number().min(0).max(1),
  tradeCount: z.int().nonnegative(),
  /** At most 40 evenly spaced bars, start = 1. */
  equityCurve: z.array(z.number()).max(40),
});
export type Figures = z.infer<typeof figuresSchema>;

/** The reply: one line of JSON on stdout. */
export const replySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('figures'), figures: figuresSchema }),
  z.strictObject({ kind: z.literal('error'), message: z.string() }),
]);
export type Reply = z.infer<typeof replySchema>;

/** What a runner may spend on one job. */
export interface SandboxLimits {
  readonly wallClockMs: number;
  /** Bytes of stdout; a reply is about one kilobyte. */
  readonly maxOutputBytes: number;
  /** Heap of the program. */
  readonly maxMemoryMb: number;
}

/** A backtest over three years takes about 0.3 s, most of it the start of Node; ten times that is a loop. */
export const DEFAULT_LIMITS: SandboxLimits = {
  wallClockMs: 10_000,
  maxOutputBytes: 64_000,
  maxMemoryMb: 128,
};

/** The program's figures, and how they came about. */
export interface SandboxScorecard extends Figures {
  /** What isolated the run: `process-permission-model`, `docker`. */
  readonly isolation: string;
  /** Hex SHA-256 over the program's files and the version of its indicator library. */
  readonly codeDigest: string;
  readonly durationMs: number;
}

/** Why there is no scorecard. `program` is the program's own complaint, the others are the runner's. */
export type SandboxErrorCode = 'program' | 'time-limit' | 'output-limit' | 'crashed' | 'reply-malformed';

export type SandboxResult =
  | { readonly kind: 'scorecard'; readonly scorecard: SandboxScorecard }
  | { readonly kind: 'error'; readonly code: SandboxErrorCode; readonly message: string };

/** Anything that runs one job in isolation. */
export interface BacktestRunner {
  readonly isolation: string;
  readonly run: (job: Job) => Promise<SandboxResult>;
}
