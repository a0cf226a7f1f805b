import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { HistoryEvent } from '../model/history-event.ts';
import { packPage, toPages } from './event-pages.ts';

/** An event and the text that is its record. */
export type EventToStore = { readonly canonical: string; readonly event: HistoryEvent };

/** What became of a page of events. */
type WrittenEvents = {
  readonly added: readonly EventToStore[];
  /** Event ids that are stored with other bytes; both are kept, and nothing is added after one. */
  readonly conflicts: readonly number[];
};

/** The stored events of one run that a page is compared with. */
type StoredEvents = {
  readonly runPk: number;
  readonly eventCount: number;
  readonly nowMicros: number;
};

/**
 * Adds the new ones of a page of events; those that are there already are compared.
 *
 * Order: by event id. Call it inside a transaction.
 * Throws: TickscopeError `history-invalid` when an event is missing between those stored and these.
 */
export function writeEvents(
  db: Database,
  target: StoredEvents,
  events: readonly EventToStore[],
): WrittenEvents {
  const conflicts = writeConflicts(db, target, events);
  if (conflicts.length > 0) return { added: [], conflicts };
  const added = events.filter(({ event }) => event.eventId > target.eventCount);
  checkNoGap(target.eventCount, added);
  if (added.length > 0) insertEvents(db, target.runPk, added);
  return { added, conflicts };
}

function writeConflicts(
  db: Database,
  { runPk, eventCount, nowMicros }: StoredEvents,
  events: readonly EventToStore[],
): readonly number[] {
  const known = events.filter(({ event }) => event.eventId <= eventCount);
  if (known.length === 0) return [];
  const find = db.prepare<[number, number], { sha256: Buffer }>(
    'SELECT sha256 FROM event WHERE run_pk = ? AND event_id = ?',
  );
  const differing = known
    .map(({ canonical, event: { eventId } }) => ({ eventId, canonical, sha256: digest(canonical) }))
    .filter(({ eventId, sha256 }) => find.get(runPk, eventId)?.sha256.equals(sha256) !== true);
  const insert = db.prepare('INSERT OR IGNORE INTO event_conflict VALUES (?, ?, ?, ?, ?)');
  let kept = 0;
  for (const { eventId, canonical, sha256 } of differing) {
    kept += insert.run(runPk, eventId, canonical, sha256, nowMicros).changes;
  }
  db.prepare('UPDATE run SET conflict_count = conflict_count + ? WHERE id = ?').run(kept, runPk);
  return differing.map(({ eventId }) => eventId);
}

function checkNoGap(eventCount: number, added: readonly EventToStore[]): void {
  for (const [index, { event }] of added.entries()) {
    const expected = eventCount + 1 + index;
    if (event.eventId === expected) continue;
    const problem = `event ${event.eventId} arrived where event ${expected} was expected`;
    throw new TickscopeError(
      'history-invalid',
      `The history has a gap: ${problem}. Nothing of it was added.`,
    );
  }
}

function insertEvents(db: Database, runPk: number, added: readonly EventToStore[]): void {
  const insert = db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)');
  for (const { canonical, event } of added) {
    const { eventId, eventType, eventTime, timeMicros } = event;
    insert.run(runPk, eventId, eventType, eventTime, timeMicros, digest(canonical));
  }
  const insertPage = db.prepare('INSERT INTO event_page VALUES (?, ?, ?, ?)');
  for (const page of toPages(added)) {
    const [first, last] = [page[0]?.event.eventId, page.at(-1)?.event.eventId];
    insertPage.run(runPk, first, last, packPage(page.map(({ canonical }) => canonical)));
  }
}

function digest(canonical: string): Buffer {
  return hash('sha256', canonical, 'buffer');
}
