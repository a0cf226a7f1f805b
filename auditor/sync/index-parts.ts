import { toSearchText } from '../base/search-text.ts';
import { isSubjectKind } from '../base/subject-rows.ts';
import { type EventGroup, listEventGroups } from '../decision-tree/event-groups.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import { clearEventGroups, readOpenGroups, writeEventGroups } from '../store/event-groups.ts';
import type { Store } from '../store/open-store.ts';
import { clearSearch, writeSearch } from '../store/write-search.ts';

/**
 * Indexes what follows from events alone, whatever the adapter: their words and the groups that they belong to. Once for each event, in
 * their order; call it inside a transaction.
 */
export function indexParts(db: Store['db'], runPk: number, events: readonly DecodedEvent[]): void {
  writeSearch(
    db,
    runPk,
    events.map((event) => ({ eventId: event.eventId, text: toSearchText(event) })),
  );
  writeEventGroups(db, runPk, listEventGroups(events, findOpenGroups(db, runPk)));
}

/** Forgets all of it. Call it inside the transaction that indexes it again. */
export function clearParts(db: Store['db'], runPk: number): void {
  clearSearch(db, runPk);
  clearEventGroups(db, runPk);
}

function findOpenGroups(db: Store['db'], runPk: number): readonly EventGroup[] {
  return readOpenGroups(db, runPk).flatMap(({ kind, status: _, ...row }) =>
    isSubjectKind(kind) ? [{ ...row, kind, status: 'pending' as const }] : [],
  );
}
