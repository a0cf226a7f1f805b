import { openStore } from '../../store/open-store.ts';

/** Everything that an index holds of the runs of a workflow id, in a form that two indexes can be compared by. */
export function readRows(dataFolder: string, workflowId: string) {
  const { db, close } = openStore(dataFolder);
  try {
    const all = (sql: string): Record<string, unknown>[] =>
      db.prepare<[string], Record<string, unknown>>(sql).all(workflowId);
    const of = 'JOIN run ON run.id = run_pk WHERE workflow_id = ?';
    return {
      runs: all(
        `SELECT namespace, run_id, workflow_type, status, started_at, closed_at, first_run_id, previous_run_id, next_run_id,
         parent_workflow_id, parent_run_id, event_count, source, carry_json, open_from_event_id FROM run WHERE workflow_id = ? ORDER BY run_id`,
      ),
      events: all(
        `SELECT run_id, event_id, event_type, event_time, time_micros, canonical, hex(sha256) AS sha FROM event ${of} ORDER BY run_id, event_id`,
      ),
      ticks: all(`SELECT run_id, tick.* FROM tick ${of} ORDER BY run_id, tick`).map(withoutKey),
      conflicts: all(`SELECT run_id, event_id FROM event_conflict ${of}`),
    };
  } finally {
    close();
  }
}

/** The number that SQLite gave the run differs from index to index. */
function withoutKey({ run_pk: _runPk, ...row }: Record<string, unknown>): Record<string, unknown> {
  return row;
}
