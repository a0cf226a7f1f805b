import type { Database } from 'better-sqlite3';

/** Canonical texts of a run's events from one event on. Order: by event id. */
export function readCanonicalEvents(db: Database, runPk: number, fromEventId: number): readonly string[] {
  return db
    .prepare<[number, number], { canonical: string }>(
      'SELECT canonical FROM event WHERE run_pk = ? AND event_id >= ? ORDER BY event_id',
    )
    .all(runPk, fromEventId)
    .map((row) => row.canonical);
}
