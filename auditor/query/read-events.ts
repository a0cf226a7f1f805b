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
    const page = readEventPage(index, runPk, next);
    if (page === undefined) return undefined;
    const texts = page.texts.slice(next - page.first, toEventId - page.first + 1);
    for (const canonical of texts) yield { eventId: next++, canonical };
  }
  return undefined;
}

/** Absent when: the run has no such event. */
export function readEventText(index: Index, runPk: number, eventId: number): string | undefined {
  return readEventTexts(index, runPk, eventId, eventId).next().value?.canonical;
}

/** Texts of consecutive events, of which the first has the id `first`. */
export type EventTextPage = { readonly first: number; readonly texts: readonly string[] };

/** The stored page that an event lies in. Absent when: the run has no such event. */
export function readEventPage(index: Index, runPk: number, eventId: number): EventTextPage | undefined {
  const page = findPage(index, runPk, eventId);
  return page === undefined || page.last_event_id < eventId
    ? undefined
    : { first: page.first_event_id, texts: unpackPage(page.bytes) };
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
