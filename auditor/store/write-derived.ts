import type { Database } from 'better-sqlite3';
import type { Insertable } from 'kysely';
import type { Carry, Remembered } from '../model/adapter.ts';
import type { ConcludedTick } from '../model/tick.ts';
import type { ModelCallTable, ToolCallTable, ToolFieldTable } from './schema.ts';
import { createWorkerIds, type WorkerIds } from './worker-ids.ts';
import { forgetLaterAnswers, type LaterAnswer, writeLaterAnswers } from './write-later-answers.ts';

/** A tick, and what was known before it. */
export type TickToWrite = {
  readonly tick: ConcludedTick;
  readonly workerBefore?: Worker;
  readonly remembered?: { readonly [name: string]: Remembered };
};

type Worker = { readonly workerIdentity?: string; readonly buildId?: string };

/** Rows derived anew from one event on, and where the next derivation starts. */
export type DerivedRows = {
  readonly runPk: number;
  readonly adapter: string;
  readonly fromEventId: number;
  readonly ticks: readonly TickToWrite[];
  readonly modelCalls: readonly Omit<Insertable<ModelCallTable>, 'run_pk'>[];
  readonly toolCalls: readonly Omit<Insertable<ToolCallTable>, 'run_pk'>[];
  readonly toolFields: readonly Omit<Insertable<ToolFieldTable>, 'run_pk'>[];
  /** What these ticks know of tools of earlier ones. */
  readonly laterAnswers: readonly LaterAnswer[];
  /** First event of the tick that may still grow. */
  readonly openFromEventId: number;
  /** Events of the run that these rows know of. */
  readonly derivedEventCount: number;
  /** What was known before the open tick. Absent when: nothing came before it. */
  readonly carry?: Carry;
};

/** Sums that a run keeps over its ticks. */
type Sums = {
  ticks: number;
  modelCalls: number;
  toolCalls: number;
  inputTokens: number;
  outputTokens: number;
};

/** Replaces what was derived from `fromEventId` or later. Call it inside a transaction. */
export function writeDerived(db: Database, rows: DerivedRows): void {
  const before = removeRows(db, rows);
  insertTicks(db, rows);
  insertCalls(db, rows);
  writeLaterAnswers(db, rows.runPk, rows.laterAnswers);
  updateRun(db, rows, before);
}

const REMOVED_SUMS = `SELECT count(*) AS ticks, total(model_calls) AS modelCalls, total(tool_calls) AS toolCalls,
  total(input_tokens) AS inputTokens, total(output_tokens) AS outputTokens FROM tick`;

function removeRows(db: Database, { runPk, fromEventId, ticks }: DerivedRows): Sums {
  const later = 'WHERE run_pk = ? AND first_event_id >= ?';
  const removed: Sums = { ticks: 0, modelCalls: 0, toolCalls: 0, inputTokens: 0, outputTokens: 0 };
  addTo(removed, db.prepare<[number, number], Sums>(`${REMOVED_SUMS} ${later}`).get(runPk, fromEventId));
  db.prepare(`DELETE FROM tick ${later}`).run(runPk, fromEventId);
  // An earlier row may have one of the numbers, where an event names a tick again.
  const sumsOfOne = db.prepare<[number, number], Sums>(`${REMOVED_SUMS} WHERE run_pk = ? AND tick = ?`);
  const removeOne = db.prepare('DELETE FROM tick WHERE run_pk = ? AND tick = ?');
  for (const { tick } of ticks) {
    addTo(removed, sumsOfOne.get(runPk, tick.tick));
    removeOne.run(runPk, tick.tick);
  }
  db.prepare('DELETE FROM model_call WHERE run_pk = ? AND event_id >= ?').run(runPk, fromEventId);
  db.prepare('DELETE FROM tool_call WHERE run_pk = ? AND model_event_id >= ?').run(runPk, fromEventId);
  db.prepare('DELETE FROM tool_field WHERE run_pk = ? AND model_event_id >= ?').run(runPk, fromEventId);
  forgetLaterAnswers(db, runPk, fromEventId);
  return removed;
}

function addTo(sums: Sums, more: Sums | undefined): void {
  if (more === undefined) return;
  sums.ticks += more.ticks;
  sums.modelCalls += more.modelCalls;
  sums.toolCalls += more.toolCalls;
  sums.inputTokens += more.inputTokens;
  sums.outputTokens += more.outputTokens;
}

const INSERT_TICK = `
INSERT INTO tick (run_pk, tick, label, level, status, outcome, tone, interrupted, first_event_id, last_event_id, started_at,
  duration_ms, worker_id, worker_before_id, model_calls, tool_calls, input_tokens, output_tokens, remembered_json, adapter)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function insertTicks(db: Database, { runPk, ticks }: DerivedRows): void {
  const insert = db.prepare(INSERT_TICK);
  const workers = createWorkerIds(db);
  for (const { tick, workerBefore = {}, remembered } of ticks) {
    insert.run(
      ...[runPk, tick.tick, tick.label, tick.level, tick.status, tick.outcome, tick.tone],
      ...[tick.interrupted ? 1 : 0, tick.firstEventId, tick.lastEventId, tick.startedAt, tick.durationMs],
      ...[toWorkerId(workers, tick), toWorkerId(workers, workerBefore), tick.modelCalls, tick.toolCalls],
      ...[tick.inputTokens ?? null, tick.outputTokens ?? null],
      ...[remembered === undefined ? null : JSON.stringify(remembered), tick.adapter],
    );
  }
}

function toWorkerId(workers: WorkerIds, { workerIdentity, buildId }: Worker): number | null {
  return workerIdentity === undefined && buildId === undefined
    ? null
    : workers.idOf(workerIdentity ?? '', buildId ?? '');
}

function insertCalls(db: Database, { runPk, modelCalls, toolCalls, toolFields }: DerivedRows): void {
  const withRun = (rows: readonly Record<string, unknown>[]) =>
    rows.map((row) => ({ run_pk: runPk, ...row }));
  insertRows(db, 'model_call', withRun(modelCalls));
  insertRows(db, 'tool_call', withRun(toolCalls));
  insertRows(db, 'tool_field', withRun(toolFields));
}

/** Rows of one shape. Table and columns are names of the schema, never text from a history. */
function insertRows(
  db: Database,
  table: 'model_call' | 'tool_call' | 'tool_field',
  rows: readonly Record<string, unknown>[],
): void {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const values = columns.map((column) => `:${column}`).join(', ');
  const insert = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`);
  for (const row of rows) insert.run(row);
}

const UPDATE_RUN = `
UPDATE run SET tick_count = ? + ? * tick_count, model_call_count = ? + ? * model_call_count,
  tool_call_count = ? + ? * tool_call_count, input_tokens = ? + ? * input_tokens, output_tokens = ? + ? * output_tokens, open_from_event_id = ?, carry_json = ?, adapter = ?,
  derived_event_count = ? WHERE id = ?`;

function updateRun(db: Database, rows: DerivedRows, removed: Sums): void {
  const total = (read: (tick: ConcludedTick) => number | undefined): number =>
    rows.ticks.reduce((sum, { tick }) => sum + (read(tick) ?? 0), 0);
  // Derived from the start, the sums are those of the new rows; else they differ from the kept ones by what came and went.
  const kept = rows.fromEventId === 1 ? 0 : 1;
  db.prepare(UPDATE_RUN).run(
    ...[rows.ticks.length - kept * removed.ticks, kept],
    ...[total(({ modelCalls }) => modelCalls) - kept * removed.modelCalls, kept],
    ...[total(({ toolCalls }) => toolCalls) - kept * removed.toolCalls, kept],
    ...[total(({ inputTokens }) => inputTokens) - kept * removed.inputTokens, kept],
    ...[total(({ outputTokens }) => outputTokens) - kept * removed.outputTokens, kept],
    rows.openFromEventId,
    rows.carry === undefined ? null : JSON.stringify(rows.carry),
    rows.adapter,
    rows.derivedEventCount,
    rows.runPk,
  );
}
