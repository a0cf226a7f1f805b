import { createEventDecoder } from '../base/decode-event.ts';
import { toHistoryEvent } from '../history/to-history-event.ts';
import type { DecodedEvent, JsonObject } from '../model/history-event.ts';
import type { Index } from './open-index.ts';
import { type EventTextPage, readEventPage } from './read-events.ts';
import { createStoredDecodings } from './stored-decodings.ts';

/** Reads an event, payloads decoded, secrets left out. Absent when: the run has no such event. */
export type EventReader = (runPk: number, eventId: number) => DecodedEvent | undefined;

type KeptPage = EventTextPage & { readonly runPk: number };

/** Neighbours are asked for soon after each other. */
const MOST_PAGES = 8;

/** A reader that keeps the last pages, so that events which lie together are unpacked once. Make one per question: what is kept goes stale. */
export function createEventReader(index: Index): EventReader {
  const decodings = createStoredDecodings(index);
  const decode = createEventDecoder(decodings, index.understanding.redactions);
  let pages: readonly KeptPage[] = [];
  return (runPk, eventId) => {
    let page = pages.find((kept) => kept.runPk === runPk && isIn(kept, eventId));
    if (page === undefined) {
      const read = readEventPage(index, runPk, eventId);
      if (read === undefined) return undefined;
      page = { ...read, runPk };
      pages = [page, ...pages.slice(0, MOST_PAGES - 1)];
    }
    const text = page.texts[eventId - page.first];
    if (text === undefined) return undefined;
    const json: JsonObject = JSON.parse(text);
    return decode(toHistoryEvent(json, decodings));
  };
}

const isIn = ({ first, texts }: EventTextPage, eventId: number): boolean =>
  eventId >= first && eventId < first + texts.length;
