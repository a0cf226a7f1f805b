import { createEventDecoder } from '../base/decode-event.ts';
import { isJsonObject } from '../base/payload.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import { toHistoryEvent } from '../history/to-history-event.ts';
import type { DecodedEvent, HistoryEvent, Json } from '../model/history-event.ts';
import type { Indexer } from './indexer.ts';

type Means = Pick<Indexer, 'decodings' | 'understanding'>;

/** A stored event's text → the event, with what codecs made of its payloads and without secrets. Throws: TickscopeError `index-unusable`. */
export function decodeStoredEvent(canonical: string, means: Means): DecodedEvent {
  const json: Json = JSON.parse(canonical);
  if (isJsonObject(json)) return toDecoder(means)(toHistoryEvent(json, means.decodings));
  throw new TickscopeError(
    'index-unusable',
    'A stored event is no JSON object. Move the index away and pull again.',
  );
}

/** The same for an event that was parsed already, without a codec's help. */
export function decodeReadEvent(
  { canonical, event }: { readonly canonical: string; readonly event: HistoryEvent },
  means: Means,
): DecodedEvent {
  const mayLackSummary = event.summary === undefined && canonical.includes('"userMetadata"');
  return mayLackSummary ? decodeStoredEvent(canonical, means) : toDecoder(means)(event);
}

const toDecoder = ({ decodings, understanding }: Means) =>
  createEventDecoder(decodings, understanding.redactions);
