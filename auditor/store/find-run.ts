import type { Database } from 'better-sqlite3';
import type { Carry } from '../model/adapter.ts';
import type { Run, RunKey, RunStatus } from '../model/run.ts';
import type { RunTable } from './schema.ts';

/** A row of `run`: its facts, and where derivation and reading stand. */
export type StoredRun = {
  readonly pk: number;
  readonly run: Run;
  /** Absent when: the run's first tick is still open and nothing came before it. */
  readonly carry?: Carry;
  readonly openFromEventId: number;
  readonly pageToken?: Uint8Array;
};

type Row = Omit<RunTable, 'id'> & { readonly id: number };

/** Absent when: nothing of this run is stored. */
export function findStoredRun(db: Database, key: RunKey): StoredRun | undefined {
  const row = db
    .prepare<[string, string, string], Row>(
      'SELECT * FROM run WHERE namespace = ? AND workflow_id = ? AND run_id = ?',
    )
    .get(key.namespace, key.workflowId, key.runId);
  return row && toStoredRun(row);
}

const BY_START = 'SELECT * FROM run ORDER BY started_at_micros, id';

/**
 * Every run of the index.
 *
 * Order: as they started, so that a run comes after those that it continues.
 */
export function listStoredRuns(db: Database): readonly StoredRun[] {
  return db.prepare<[], Row>(BY_START).all().map(toStoredRun);
}

function toStoredRun(row: Row): StoredRun {
  return {
    pk: row.id,
    run: toRun(row),
    openFromEventId: row.open_from_event_id,
    ...(row.carry_json === null ? {} : { carry: parseCarry(row.carry_json) }),
    ...(row.page_token === null ? {} : { pageToken: row.page_token }),
  };
}

function toRun(row: Row): Run {
  const { parent_workflow_id: parentId, parent_run_id: parentRunId } = row;
  return {
    namespace: row.namespace,
    workflowId: row.workflow_id,
    runId: row.run_id,
    workflowType: row.workflow_type,
    status: parseStatus(row.status),
    startedAt: row.started_at,
    firstRunId: row.first_run_id,
    eventCount: row.event_count,
    source: row.source,
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
    ...(row.previous_run_id === null ? {} : { previousRunId: row.previous_run_id }),
    ...(row.next_run_id === null ? {} : { nextRunId: row.next_run_id }),
    ...(parentId === null || parentRunId === null
      ? {}
      : { parent: { workflowId: parentId, runId: parentRunId } }),
  };
}

const STATUSES: readonly RunStatus[] = [
  'running',
  'completed',
  'failed',
  'canceled',
  'terminated',
  'continued-as-new',
  'timed-out',
];

/** A word that this version does not know is `unknown`. */
export function parseStatus(text: string): RunStatus {
  return STATUSES.find((status) => status === text) ?? 'unknown';
}

/** Written by `writeTicks` alone, so its shape is ours. */
function parseCarry(json: string): Carry {
  return JSON.parse(json);
}
