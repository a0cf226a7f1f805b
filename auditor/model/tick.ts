import type { Answer } from './answer.ts';
import type { Decision } from './decision.ts';

/** How far a tick has come. `open`: events may still be added. `cut-off`: the run closed in the middle of it. */
export type TickStatus = 'open' | 'closed' | 'cut-off';

/**
 * What a tick is in this run: a step that a domain adapter knows by its own number, a turn of an agent (from what woke it to the last
 * command that follows from its model calls), or one workflow task.
 */
export type TickLevel = 'domain' | 'agent-turn' | 'workflow-task';

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
  readonly level: TickLevel;
  /** Worker that took the last workflow task up to the end of the tick. Absent when: none did yet. */
  readonly workerIdentity?: string;
  /** Names the workflow code that decided. Absent when: the worker did not say. */
  readonly buildId?: string;
  readonly modelCalls: number;
  readonly toolCalls: number;
  /** Sum over the tick's model calls. Absent when: no call says. */
  readonly inputTokens?: number;
  readonly outputTokens?: number;
};

/** A tick as it is stored. `adapter` names who derived it, as `trading/1`. */
export type ConcludedTick = TickSummary & { readonly adapter: string };

/** A tick with its story, which is told from its events when somebody reads it. */
export type Tick = ConcludedTick & { readonly tree: readonly Decision[]; readonly answer: Answer };
