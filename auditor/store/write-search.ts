import type { Database } from 'better-sqlite3';
import { toSearchRange, toSearchRow } from './search-row.ts';

/** The words of one event. */
type SearchText = { readonly eventId: number; readonly text: string };

/** Makes events findable by their words; an event without words has no row. Call it once per event, inside a transaction. */
export function writeSearch(db: Database, runPk: number, texts: readonly SearchText[]): void {
  const insert = db.prepare('INSERT INTO search (rowid, text) VALUES (?, ?)');
  for (const { eventId, text } of texts) {
    if (text !== '') insert.run(toSearchRow(runPk, eventId), text);
  }
}

/** Forgets the words of a run's events. Call it inside the transaction that writes them again. */
export function clearSearch(db: Database, runPk: number): void {
  const { first, last } = toSearchRange(runPk);
  db.prepare('DELETE FROM search WHERE rowid BETWEEN ? AND ?').run(first, last);
}
