import { toCanonicalJson } from '../base/canonical-json.ts';
import type { HistoryEvent, JsonObject } from '../model/history-event.ts';
import { toHistoryEvent } from './to-history-event.ts';

/** An event as it is stored: its canonical text, and the same decoded enough to reason about. */
export type CanonicalEvent = { readonly canonical: string; readonly event: HistoryEvent };

/** ProtoJSON of an event → what is stored. Throws: TickscopeError `history-invalid`. */
export function toCanonicalEvent(json: JsonObject): CanonicalEvent {
  return { canonical: toCanonicalJson(json), event: toHistoryEvent(json) };
}
