import type { Database } from 'better-sqlite3';

/** What derivation writes into a run's row; a copy has none of it. */
const DERIVED: Readonly<Record<string, number | null>> = {
  ...{ carry_json: null, open_from_event_id: 1, tick_count: 0, adapter: null, derived_event_count: 0 },
  ...{ model_call_count: 0, tool_call_count: 0, input_tokens: 0, output_tokens: 0 },
};

type Row = Record<string, unknown>;

/**
 * Copies the facts of a run from one index into another: its row and its events, nothing that is derived. Of the run before it in the
 * chain, the row with what it left is copied, too.
 */
export function copyRun(from: Database, to: Database, runPk: number): void {
  const run = from.prepare<[number], Row>('SELECT * FROM run WHERE id = ?').get(runPk);
  if (run === undefined) return;
  const previous = from
    .prepare<[unknown, unknown, unknown], Row>(
      'SELECT * FROM run WHERE namespace = ? AND workflow_id = ? AND run_id = ?',
    )
    .get(run.namespace, run.workflow_id, run.previous_run_id);
  insertRow(to, 'run', { ...run, ...DERIVED });
  if (previous !== undefined && previous.id !== run.id) insertRow(to, 'run', previous);
  for (const table of ['event', 'event_page'] as const) {
    const rows = from.prepare<[number], Row>(`SELECT * FROM ${table} WHERE run_pk = ?`);
    for (const row of rows.iterate(runPk)) insertRow(to, table, row);
  }
}

/** Table and columns are names of the schema, never text from a history. */
function insertRow(db: Database, table: 'run' | 'event' | 'event_page', row: Row): void {
  const columns = Object.keys(row);
  const values = columns.map((column) => `:${column}`).join(', ');
  db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`).run(row);
}
