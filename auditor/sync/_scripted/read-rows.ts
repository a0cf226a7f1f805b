import { openStore } from '../../store/open-store.ts';
import { readCanonicalEvents } from '../../store/read-events.ts';

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
         parent_workflow_id, parent_run_id, event_count, source, carry_json, open_from_event_id, adapter, derived_event_count,
         tick_count, model_call_count, tool_call_count, input_tokens, output_tokens, last_event_at, lost_from_event_id FROM run WHERE workflow_id = ? ORDER BY run_id`,
      ),
      events: all(
        `SELECT run_id, event_id, event_type, event_time, time_micros, hex(sha256) AS sha FROM event ${of} ORDER BY run_id, event_id`,
      ),
      pages: db
        .prepare<[string], { id: number }>('SELECT id FROM run WHERE workflow_id = ? ORDER BY run_id')
        .all(workflowId)
        .map(({ id }) => [...readCanonicalEvents(db, id, 1)]),
      ticks: all(
        `SELECT run_id, tick.*, worker.identity, worker.build_id FROM tick LEFT JOIN worker ON worker.id = worker_id ${of} ORDER BY run_id, tick`,
      ).map(withoutKey),
      modelCalls: all(`SELECT run_id, model_call.* FROM model_call ${of} ORDER BY run_id, event_id`).map(
        withoutKey,
      ),
      groups: all(`SELECT run_id, event_group.* FROM event_group ${of} ORDER BY run_id, first_event_id`).map(
        withoutKey,
      ),
      toolCalls: all(
        `SELECT run_id, tool_call.* FROM tool_call ${of} ORDER BY run_id, model_event_id, position`,
      ).map(withoutKey),
      toolFields: all(
        `SELECT run_id, tool_field.* FROM tool_field ${of} ORDER BY run_id, model_event_id, position, is_later, key`,
      ).map(withoutKey),
      conflicts: all(`SELECT run_id, event_id FROM event_conflict ${of}`),
    };
  } finally {
    close();
  }
}

/** The numbers that SQLite gave run and worker differ from index to index. */
function withoutKey({
  run_pk: _runPk,
  worker_id: _worker,
  worker_before_id: _before,
  ...row
}: Record<string, unknown>): Record<string, unknown> {
  return row;
}
