import { toSearchText } from '../base/search-text.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { Store } from '../store/open-store.ts';
import { writeSearch } from '../store/write-search.ts';

/** Makes events findable by their words. Once for each event; call it inside a transaction. */
export function indexWords(db: Store['db'], runPk: number, events: readonly DecodedEvent[]): void {
  writeSearch(
    db,
    runPk,
    events.map((event) => ({ eventId: event.eventId, text: toSearchText(event) })),
  );
}
