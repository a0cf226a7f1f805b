import type { Citation } from './citation.ts';
import type { Json } from './history-event.ts';

export type DecisionKind =
  | 'context'
  | 'model-call'
  | 'tool-call'
  | 'guardrail'
  | 'approval'
  | 'order'
  | 'signal'
  | 'update'
  | 'timer'
  | 'child'
  | 'marker'
  | 'activity'
  | 'workflow-task'
  | 'failure'
  | 'interruption';

/** One named value of a node, with its proof. */
export type Fact = {
  readonly name: string;
  readonly value: Json;
  /** `cents`, `ratio`, `score`, `shares`, `ms`, `tokens`, … Absent when: the value speaks for itself. */
  readonly unit?: string;
  readonly citation: Citation;
};

/**
 * A node of a tick's decision tree.
 *
 * Order: children by first event id.
 */
export type Decision = {
  /** Stable across re-indexing: `<runId>:<first event id>:<kind>` and a suffix where one event yields several. */
  readonly id: string;
  readonly kind: DecisionKind;
  /** Short: `placeOrder`, `gpt-5-mini`, `max-notional-per-trade`. */
  readonly title: string;
  /** One short phrase: `FILLED 40 @ 128.10`, `ask`, `BUY 40`. Absent when: not known yet. */
  readonly outcome?: string;
  /** Drives colour and icon. */
  readonly tone: 'neutral' | 'good' | 'warn' | 'bad' | 'pending';
  readonly startedAt?: string;
  /** Absent when: open or a point in time. */
  readonly durationMs?: number;
  /** Attempts of the activity or workflow task. Absent when: not applicable. */
  readonly attempt?: number;
  readonly facts: readonly Fact[];
  readonly citations: readonly Citation[];
  readonly children: readonly Decision[];
};
