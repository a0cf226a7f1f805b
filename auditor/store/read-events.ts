import type { Database } from 'better-sqlite3';
import { unpackPage } from './event-pages.ts';

/** Canonical texts of a run's events from one event on. Order: by event id. Read page by page, so stop when you have enough. */
export function* readCanonicalEvents(
  db: Database,
  runPk: number,
  fromEventId: number,
): Generator<string, undefined> {
  const find = db.prepare<[number, number], { first_event_id: number; last_event_id: number; bytes: Buffer }>(
    `SELECT first_event_id, last_event_id, bytes FROM event_page
     WHERE run_pk = ? AND first_event_id <= ? ORDER BY first_event_id DESC LIMIT 1`,
  );
  let next = fromEventId;
  for (;;) {
    const page = find.get(runPk, next);
    if (page === undefined || page.last_event_id < next) return undefined;
    yield* unpackPage(page.bytes).slice(next - page.first_event_id);
    next = page.last_event_id + 1;
  }
}
