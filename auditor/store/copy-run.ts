import type { Database } from 'better-sqlite3';

/** What derivation and events write into a run's row; a copy without events has none of it. */
const AT_ITS_START: Readonly<Record<string, number | string | null>> = {
  ...{ carry_json: null, open_from_event_id: 1, tick_count: 0, adapter: null, derived_event_count: 0 },
  ...{ model_call_count: 0, tool_call_count: 0, input_tokens: 0, output_tokens: 0 },
  ...{ event_count: 0, status: 'running', closed_at: null, next_run_id: null, reset_base_run_id: null },
};

type Row = Record<string, unknown>;

/**
 * Copies the row of a run from one index into another, under the same number, as it was before its first event. Of the run before it in
 * the chain, the row with what it left is copied, too.
 */
export function copyRun(from: Database, to: Database, runPk: number): void {
  const run = from.prepare<[number], Row>('SELECT * FROM run WHERE id = ?').get(runPk);
  if (run === undefined) return;
  const previous = from
    .prepare<[unknown, unknown, unknown], Row>(
      'SELECT * FROM run WHERE namespace = ? AND workflow_id = ? AND run_id = ?',
    )
    .get(run.namespace, run.workflow_id, run.previous_run_id);
  insertRow(to, { ...run, ...AT_ITS_START });
  if (previous !== undefined && previous.id !== run.id) insertRow(to, previous);
}

/** The columns are names of the schema, never text from a history. */
function insertRow(db: Database, row: Row): void {
  const columns = Object.keys(row);
  const values = columns.map((column) => `:${column}`).join(', ');
  db.prepare(`INSERT INTO run (${columns.join(', ')}) VALUES (${values})`).run(row);
}
