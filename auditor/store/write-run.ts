import type { Database } from 'better-sqlite3';
import { parseTimeMicros } from '../base/units.ts';
import type { Run } from '../model/run.ts';

/** A run and what was just learnt of it. */
type RunToWrite = {
  readonly run: Run;
  /** This machine's clock. */
  readonly pulledAtMicros: number;
  /** The newest event. Absent when: none is stored yet. */
  readonly last?: { readonly eventTime: string; readonly timeMicros: number };
};

const UPSERT = `
INSERT INTO run (namespace, workflow_id, run_id, workflow_type, status, started_at, started_at_micros, closed_at, first_run_id, previous_run_id,
  next_run_id, parent_workflow_id, parent_run_id, event_count, source, pulled_at_micros, format, view_only, root_workflow_id, root_run_id,
  reset_base_run_id, last_event_at, last_event_at_micros, lag_micros)
VALUES (:namespace, :workflowId, :runId, :workflowType, :status, :startedAt, :startedAtMicros, :closedAt, :firstRunId, :previousRunId,
  :nextRunId, :parentWorkflowId, :parentRunId, :eventCount, :source, :pulledAtMicros, :format, :viewOnly, :rootWorkflowId, :rootRunId,
  :resetBaseRunId, :lastEventAt, :lastEventAtMicros, :lagMicros)
ON CONFLICT (namespace, workflow_id, run_id) DO UPDATE SET
  status = excluded.status, closed_at = excluded.closed_at, next_run_id = excluded.next_run_id,
  event_count = excluded.event_count, pulled_at_micros = excluded.pulled_at_micros, reset_base_run_id = excluded.reset_base_run_id,
  last_event_at = excluded.last_event_at, last_event_at_micros = excluded.last_event_at_micros, lag_micros = excluded.lag_micros,
  lost_from_event_id = NULL, lost_at_micros = NULL
RETURNING id`;

/** Writes a run's facts; of a known run, those that change with its newest event: what was thought lost is not. Returns its primary key. */
export function writeRun(db: Database, { run, pulledAtMicros, last }: RunToWrite): number {
  const row = db.prepare<[Record<string, unknown>], { id: number }>(UPSERT).get({
    ...run,
    startedAtMicros: parseTimeMicros(run.startedAt),
    closedAt: run.closedAt ?? null,
    previousRunId: run.previousRunId ?? null,
    nextRunId: run.nextRunId ?? null,
    parentWorkflowId: run.parent?.workflowId ?? null,
    parentRunId: run.parent?.runId ?? null,
    pulledAtMicros,
    format: run.format ?? null,
    viewOnly: run.viewOnly ?? null,
    rootWorkflowId: run.root?.workflowId ?? null,
    rootRunId: run.root?.runId ?? null,
    resetBaseRunId: run.resetBaseRunId ?? null,
    lastEventAt: last?.eventTime ?? null,
    lastEventAtMicros: last?.timeMicros ?? null,
    // A file says nothing of how long an event took to get here.
    lagMicros: last && run.source === 'server' ? pulledAtMicros - last.timeMicros : null,
  });
  if (row === undefined) throw new Error('SQLite returned no row for an upsert');
  return row.id;
}

/** Notes why the copy of a known run cannot be replayed; null: it can. */
export function writeViewOnly(db: Database, runPk: number, reason: string | null): void {
  db.prepare('UPDATE run SET view_only = ? WHERE id = ?').run(reason, runPk);
}

/** Keeps where a long poll of the server's history goes on. */
export function writePageToken(db: Database, runPk: number, token: Uint8Array): void {
  db.prepare('UPDATE run SET page_token = ? WHERE id = ?').run(token, runPk);
}

/** Notes that the server has nothing newer. */
export function writeConfirmation(db: Database, runPk: number, atMicros: number): void {
  db.prepare('UPDATE run SET confirmed_at_micros = ? WHERE id = ?').run(atMicros, runPk);
}

/** Notes that the server no longer has the rest of an open run: what is stored ends before `fromEventId`. The first notice stays. */
export function writeLoss(db: Database, runPk: number, fromEventId: number, atMicros: number): void {
  db.prepare(
    'UPDATE run SET lost_from_event_id = ?, lost_at_micros = ? WHERE id = ? AND lost_from_event_id IS NULL',
  ).run(fromEventId, atMicros, runPk);
}
