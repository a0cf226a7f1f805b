import type { Database } from 'better-sqlite3';
import type { ToolCallTable } from './schema.ts';

/** How a tool ran and what it gave back. */
export type ToolOutcome = Pick<
  ToolCallTable,
  'ran_as' | 'status' | 'activity_event_id' | 'result_event_id' | 'result_pointer' | 'attempt' | 'duration_ms'
>;

/** What a tick knows of a tool that was asked for in an earlier tick of the run. */
export type LaterAnswer = ToolOutcome & {
  readonly call_id: string;
  readonly name: string;
  /** First event of the tick that knows: the call stands before it. */
  readonly before_event_id: number;
  /** Model call that was told the answer. */
  readonly answered_event_id: number;
};

const WRITE = `
UPDATE tool_call SET ran_as = :ran_as, status = :status, activity_event_id = :activity_event_id,
  result_event_id = :result_event_id, result_pointer = :result_pointer, attempt = :attempt, duration_ms = :duration_ms,
  answered_event_id = :answered_event_id
WHERE run_pk = :run_pk AND name = :name AND call_id = :call_id AND ran_as = 'unknown' AND model_event_id =
  (SELECT max(model_event_id) FROM tool_call WHERE run_pk = :run_pk AND name = :name AND call_id = :call_id
    AND ran_as = 'unknown' AND model_event_id < :before_event_id)`;

/** Tells the rows of earlier ticks what became of their tools. Models may give an id again: the last call before the tick is meant. */
export function writeLaterAnswers(db: Database, runPk: number, answers: readonly LaterAnswer[]): void {
  const write = db.prepare(WRITE);
  for (const answer of answers) write.run({ run_pk: runPk, ...answer });
}

const FORGET = `
UPDATE tool_call SET ran_as = 'unknown', status = 'unknown', activity_event_id = NULL, result_event_id = NULL,
  result_pointer = NULL, attempt = NULL, duration_ms = NULL, answered_event_id = NULL
WHERE run_pk = ? AND answered_event_id >= ?`;

/** Takes back what ticks from this event on said: they are derived anew. */
export function forgetLaterAnswers(db: Database, runPk: number, fromEventId: number): void {
  db.prepare(FORGET).run(runPk, fromEventId);
}
