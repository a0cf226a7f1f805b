import type { Answer } from './answer.ts';
import type { Decision } from './decision.ts';

/** How far a tick has come. `open`: events may still be added. `cut-off`: the run closed in the middle of it. */
export type TickStatus = 'open' | 'closed' | 'cut-off';

/** What lists and strips show of a tick. Ticks of a chain are numbered through continue-as-new. */
export type TickSummary = {
  readonly runId: string;
  /** The agent's own number where an adapter knows it, else counted from 1 over the chain. */
  readonly tick: number;
  /** `tick 14`, `discovery`, `workflow task 3`. */
  readonly label: string;
  readonly status: TickStatus;
  /** Short phrase: `BUY 40 NVDA, filled`, `HOLD`, `blocked: restricted-terms`. */
  readonly outcome: string;
  readonly tone: 'neutral' | 'good' | 'warn' | 'bad' | 'pending';
  /** Worker lost, workflow task failed or timed out, activity retried during this tick. */
  readonly interrupted: boolean;
  readonly firstEventId: number;
  /** Newest event of the tick stored so far. */
  readonly lastEventId: number;
  readonly startedAt: string;
  readonly durationMs: number;
};

/** A tick with all that is derived from its events. `adapter` names who derived it, as `trading/1`. */
export type Tick = TickSummary & {
  readonly adapter: string;
  readonly tree: readonly Decision[];
  readonly answer: Answer;
};
