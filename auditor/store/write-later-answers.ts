import type { Database } from 'better-sqlite3';
import type { ToolCallTable, ToolFieldTable } from './schema.ts';

/** How a tool ran and what it gave back. */
export type ToolOutcome = Pick<
  ToolCallTable,
  'ran_as' | 'status' | 'activity_event_id' | 'result_event_id' | 'result_pointer' | 'attempt' | 'duration_ms'
>;

/** What stands under one key of a result. */
export type FieldSummary = Pick<ToolFieldTable, 'key' | 'lowest' | 'highest' | 'text' | 'is_more'>;

/** What a tick knows of a tool that was asked for in an earlier tick of the run. */
export type LaterAnswer = {
  readonly call_id: string;
  readonly name: string;
  /** Of the arguments as the later call repeats them. Null: they have no canonical form. */
  readonly arguments_sha256: string | null;
  /** First event of the tick that knows: the call stands before it. */
  readonly before_event_id: number;
  /** Model call that was told the answer. */
  readonly answered_event_id: number;
  readonly outcome: ToolOutcome;
  /** Of the result. */
  readonly fields: readonly FieldSummary[];
};

type Call = Pick<ToolCallTable, 'model_event_id' | 'position' | 'name' | 'started_at_micros' | 'ran_as'>;

/** Tells the rows of earlier ticks what became of their tools, and writes the fields of what these gave back. */
export function writeLaterAnswers(db: Database, runPk: number, answers: readonly LaterAnswer[]): void {
  if (answers.length === 0) return;
  const find = prepareFind(db, runPk);
  const update = db.prepare(UPDATE);
  const insert = db.prepare(INSERT_FIELD);
  for (const { outcome, fields, answered_event_id, ...asked } of answers) {
    const call = find(asked);
    // What became of it is known already: the answer is of no other call.
    if (call?.ran_as !== 'unknown') continue;
    const { ran_as: _, ...place } = call;
    update.run({ run_pk: runPk, ...place, ...outcome, answered_event_id });
    for (const field of fields) insert.run({ run_pk: runPk, ...place, ...field });
  }
}

type Asked = Pick<LaterAnswer, 'call_id' | 'name' | 'arguments_sha256' | 'before_event_id'>;

// Left to itself, SQLite walks through all calls before the tick.
const CALLS = `
SELECT model_event_id, position, name, started_at_micros, ran_as FROM tool_call INDEXED BY tool_call_by_id
WHERE run_pk = :run_pk AND call_id = :call_id AND name = :name AND model_event_id < :before_event_id`;

/**
 * Models may give an id again: the last call that asked the same is meant, whatever is known of it. Arguments may be changed on the way,
 * as by the person who agreed: then the call is meant if no other one has the id.
 */
function prepareFind(db: Database, runPk: number): (asked: Asked) => Call | undefined {
  const same = db.prepare<[object], Call>(
    `${CALLS} AND arguments_sha256 IS :arguments_sha256 ORDER BY model_event_id DESC LIMIT 1`,
  );
  const any = db.prepare<[object], Call>(`${CALLS} LIMIT 2`);
  return (asked) => {
    const values = { run_pk: runPk, ...asked };
    const found = same.get(values);
    if (found !== undefined) return found;
    const [one, ...others] = any.all(values);
    return others.length === 0 ? one : undefined;
  };
}

const UPDATE = `
UPDATE tool_call SET ran_as = :ran_as, status = :status, activity_event_id = :activity_event_id,
  result_event_id = :result_event_id, result_pointer = :result_pointer, attempt = :attempt, duration_ms = :duration_ms,
  answered_event_id = :answered_event_id
WHERE run_pk = :run_pk AND model_event_id = :model_event_id AND position = :position`;

const INSERT_FIELD = `
INSERT INTO tool_field (name, key, started_at_micros, run_pk, model_event_id, position, is_later, lowest, highest, text, is_more)
VALUES (:name, :key, :started_at_micros, :run_pk, :model_event_id, :position, 1, :lowest, :highest, :text, :is_more)`;

const FORGET_FIELDS = `
DELETE FROM tool_field WHERE is_later AND (run_pk, model_event_id, position) IN
  (SELECT run_pk, model_event_id, position FROM tool_call WHERE run_pk = ? AND answered_event_id >= ?)`;

const FORGET = `
UPDATE tool_call SET ran_as = 'unknown', status = 'unknown', activity_event_id = NULL, result_event_id = NULL,
  result_pointer = NULL, attempt = NULL, duration_ms = NULL, answered_event_id = NULL
WHERE run_pk = ? AND answered_event_id >= ?`;

/** Takes back what ticks from this event on said: they are derived anew. */
export function forgetLaterAnswers(db: Database, runPk: number, fromEventId: number): void {
  db.prepare(FORGET_FIELDS).run(runPk, fromEventId);
  db.prepare(FORGET).run(runPk, fromEventId);
}
