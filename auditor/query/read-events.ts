import { unpackPage } from '../store/event-pages.ts';
import { storeQuery } from '../store/store-query.ts';
import type { Index } from './open-index.ts';

/** One stored event: its id and its canonical text. */
export type EventText = { readonly eventId: number; readonly canonical: string };

/**
 * Stored texts of a run's events, the record itself.
 *
 * Order: by event id. Read page by page: stop when you have enough, and memory stays bounded however long the run is.
 */
export function* readEventTexts(
  index: Index,
  runPk: number,
  fromEventId: number,
  toEventId = Number.POSITIVE_INFINITY,
): Generator<EventText, undefined> {
  let next = fromEventId;
  while (next <= toEventId) {
    const page = findPage(index, runPk, next);
    if (page === undefined || page.last_event_id < next) return undefined;
    const texts = unpackPage(page.bytes).slice(
      next - page.first_event_id,
      toEventId - page.first_event_id + 1,
    );
    for (const canonical of texts) yield { eventId: next++, canonical };
  }
  return undefined;
}

/** Absent when: the run has no such event. */
export function readEventText(index: Index, runPk: number, eventId: number): string | undefined {
  return readEventTexts(index, runPk, eventId, eventId).next().value?.canonical;
}

function findPage(index: Index, runPk: number, eventId: number) {
  return index.first(
    storeQuery
      .selectFrom('event_page')
      .select(['first_event_id', 'last_event_id', 'bytes'])
      .where('run_pk', '=', runPk)
      .where('first_event_id', '<=', eventId)
      .orderBy('first_event_id', 'desc')
      .limit(1),
  );
}
