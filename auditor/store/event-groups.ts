import type { Database } from 'better-sqlite3';

/** A row of `event_group`, with the time of its first event. */
type EventGroupRow = {
  readonly firstEventId: number;
  readonly lastEventId: number;
  readonly kind: string;
  readonly name: string;
  readonly status: string;
  readonly attempt?: number;
  /** RFC 3339, as the event has it. */
  readonly startedAt: string;
  readonly durationMs?: number;
  readonly summary?: string;
};

type OpenRow = {
  readonly first_event_id: number;
  readonly last_event_id: number;
  readonly kind: string;
  readonly name: string;
  readonly status: string;
  readonly attempt: number | null;
  readonly event_time: string;
  readonly summary: string | null;
};

/** Groups of a run that wait for an event. Costs as much as there are such groups. */
export function readOpenGroups(db: Database, runPk: number): readonly EventGroupRow[] {
  const rows = db
    .prepare<[number], OpenRow>(
      `SELECT first_event_id, last_event_id, kind, name, status, attempt, event_time, summary FROM event_group
       JOIN event ON event.run_pk = event_group.run_pk AND event.event_id = first_event_id
       WHERE event_group.run_pk = ? AND status = 'pending'`,
    )
    .all(runPk);
  return rows.map((row) => ({
    firstEventId: row.first_event_id,
    lastEventId: row.last_event_id,
    ...{ kind: row.kind, name: row.name, status: row.status, startedAt: row.event_time },
    ...(row.attempt === null ? {} : { attempt: row.attempt }),
    ...(row.summary === null ? {} : { summary: row.summary }),
  }));
}

/** Writes groups that are new or have changed. Call it inside a transaction. */
export function writeEventGroups(db: Database, runPk: number, groups: readonly EventGroupRow[]): void {
  const insert = db.prepare('INSERT OR REPLACE INTO event_group VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const { firstEventId, lastEventId, kind, name, status, attempt, durationMs, summary } of groups) {
    const ended = [attempt ?? null, durationMs ?? null, summary ?? null];
    insert.run(runPk, firstEventId, lastEventId, kind, name, status, ...ended);
  }
}

/** Forgets the groups of a run. Call it inside the transaction that writes them again. */
export function clearEventGroups(db: Database, runPk: number): void {
  db.prepare('DELETE FROM event_group WHERE run_pk = ?').run(runPk);
}
