import { createEventDecoder } from '../base/decode-event.ts';
import { toHistoryEvent } from '../history/to-history-event.ts';
import type { DecodedEvent, JsonObject } from '../model/history-event.ts';
import type { Index } from './open-index.ts';
import { readEventTexts } from './read-events.ts';
import { createStoredDecodings } from './stored-decodings.ts';

/** Events of a run, payloads decoded, secrets left out: what adapters tell a tick from. Order: by event id. */
export function readDecodedEvents(
  index: Index,
  runPk: number,
  fromEventId: number,
  toEventId: number,
): readonly DecodedEvent[] {
  const events: DecodedEvent[] = [];
  const decodings = createStoredDecodings(index);
  const decode = createEventDecoder(decodings, index.understanding.redactions);
  for (const { canonical } of readEventTexts(index, runPk, fromEventId, toEventId)) {
    const json: JsonObject = JSON.parse(canonical);
    events.push(decode(toHistoryEvent(json, decodings)));
  }
  return events;
}
