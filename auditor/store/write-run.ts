import type { Database } from 'better-sqlite3';
import { parseTimeMicros } from '../base/units.ts';
import type { Run } from '../model/run.ts';

const UPSERT = `
INSERT INTO run (namespace, workflow_id, run_id, workflow_type, status, started_at, started_at_micros, closed_at, first_run_id, previous_run_id,
  next_run_id, parent_workflow_id, parent_run_id, event_count, source, pulled_at_micros)
VALUES (:namespace, :workflowId, :runId, :workflowType, :status, :startedAt, :startedAtMicros, :closedAt, :firstRunId, :previousRunId,
  :nextRunId, :parentWorkflowId, :parentRunId, :eventCount, :source, :pulledAtMicros)
ON CONFLICT (namespace, workflow_id, run_id) DO UPDATE SET
  status = excluded.status, closed_at = excluded.closed_at, next_run_id = excluded.next_run_id,
  event_count = excluded.event_count, pulled_at_micros = excluded.pulled_at_micros
RETURNING id`;

/** Writes a run's facts; of a known run, those that change with its newest event. Returns its primary key. */
export function writeRun(db: Database, run: Run, pulledAtMicros: number): number {
  const row = db.prepare<[Record<string, unknown>], { id: number }>(UPSERT).get({
    ...run,
    startedAtMicros: parseTimeMicros(run.startedAt),
    closedAt: run.closedAt ?? null,
    previousRunId: run.previousRunId ?? null,
    nextRunId: run.nextRunId ?? null,
    parentWorkflowId: run.parent?.workflowId ?? null,
    parentRunId: run.parent?.runId ?? null,
    pulledAtMicros,
  });
  if (row === undefined) throw new Error('SQLite returned no row for an upsert');
  return row.id;
}

/** Keeps where a long poll of the server's history goes on. */
export function writePageToken(db: Database, runPk: number, token: Uint8Array): void {
  db.prepare('UPDATE run SET page_token = ? WHERE id = ?').run(token, runPk);
}
