import type { Answer } from './answer.ts';
import type { Decision } from './decision.ts';
import type { HistoryEvent } from './history-event.ts';
import type { Run } from './run.ts';

/** A stretch of a run's events that belongs to one tick. */
export type TickSpan = {
  readonly tick: number;
  readonly label: string;
  readonly events: readonly HistoryEvent[];
};

/** Turns the events of one tick into its tree, outcome and answer. Pure. */
export type TickExplanation = {
  readonly outcome: string;
  readonly tone: 'neutral' | 'good' | 'warn' | 'bad' | 'pending';
  readonly interrupted: boolean;
  readonly tree: readonly Decision[];
  readonly answer: Answer;
};

/** What stays known from earlier ticks of the chain: small, JSON, stored with the run so that following never re-reads it. */
export type Carry = {
  /** Last tick number given out. */
  readonly tick: number;
  /** Identity of the worker that completed the last workflow task. */
  readonly workerIdentity?: string;
  readonly buildId?: string;
};

/** Knows one domain: how it cuts a run into ticks and how it explains one. */
export type DomainAdapter = {
  /** `trading/1`: name and version. */
  readonly name: string;
  readonly knows: (run: Run) => boolean;
  /** Number and label of the tick that this event opens, if it opens one. */
  readonly opensTick: (event: HistoryEvent) => { readonly tick: number; readonly label: string } | undefined;
  readonly explain: (span: TickSpan, run: Run, carry: Carry) => TickExplanation;
};
