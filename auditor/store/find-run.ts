import type { Database } from 'better-sqlite3';
import type { Carry } from '../model/adapter.ts';
import type { Run, RunKey } from '../model/run.ts';
import { toRun } from './run-row.ts';
import type { RunTable } from './schema.ts';

/** A row of `run`: its facts, and where derivation and reading stand. */
export type StoredRun = {
  readonly pk: number;
  readonly run: Run;
  /** Absent when: the run's first tick is still open and nothing came before it. */
  readonly carry?: Carry;
  readonly openFromEventId: number;
  /** Name of the adapter that cut the run. Absent when: not derived yet. */
  readonly adapter?: string;
  /** Events that the derived rows know of. */
  readonly derivedEventCount: number;
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

/** Runs that have events of which the derived rows do not know: a derivation failed, was interrupted, or belongs to an older schema. */
export function listUnderivedRuns(db: Database): readonly StoredRun[] {
  const sql = 'SELECT * FROM run WHERE derived_event_count < event_count ORDER BY started_at_micros, id';
  return db.prepare<[], Row>(sql).all().map(toStoredRun);
}

/**
 * Open runs of a namespace that were read from a server and whose history was still there when it was last asked for.
 *
 * Order: as they started.
 */
export function listOpenRuns(db: Database, namespace: string): readonly RunKey[] {
  const sql = `SELECT workflow_id, run_id FROM run
    WHERE namespace = ? AND status = 'running' AND source = 'server' AND lost_from_event_id IS NULL ORDER BY started_at_micros, id`;
  const rows = db.prepare<[string], Pick<Row, 'workflow_id' | 'run_id'>>(sql).all(namespace);
  return rows.map((row) => ({ namespace, workflowId: row.workflow_id, runId: row.run_id }));
}

function toStoredRun(row: Row): StoredRun {
  return {
    pk: row.id,
    run: toRun(row),
    openFromEventId: row.open_from_event_id,
    derivedEventCount: row.derived_event_count,
    ...(row.adapter === null ? {} : { adapter: row.adapter }),
    ...(row.carry_json === null ? {} : { carry: parseCarry(row.carry_json) }),
    ...(row.page_token === null ? {} : { pageToken: row.page_token }),
  };
}

/** Written by `writeDerived` alone, so its shape is ours. */
function parseCarry(json: string): Carry {
  return JSON.parse(json);
}

/** Another workflow id under which a run is stored: run ids are unique, so one of the two is wrong. Absent when: none. */
export function findOtherWorkflow(
  db: Database,
  { namespace, workflowId, runId }: RunKey,
): string | undefined {
  return db
    .prepare<[string, string, string], string>(
      'SELECT workflow_id FROM run WHERE namespace = ? AND run_id = ? AND workflow_id <> ? LIMIT 1',
    )
    .pluck()
    .get(namespace, runId, workflowId);
}
