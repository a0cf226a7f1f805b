import { TickscopeError } from '../base/tickscope-error.ts';
import { EventCollector } from './collect-events.ts';
import type { ParsedHistory } from './parsed-history.ts';
import { HISTORY_EVENT } from './temporal-descriptors.ts';
import { keepUnknownFields } from './unknown-fields.ts';
import { walkEventMessage } from './walk-message.ts';
import { splitRecords } from './wire-records.ts';

/** Bytes of a `temporal.api.history.v1.History` inside a file, and what is known of the file. */
type WireHistory = {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly format: string;
  readonly notes: readonly string[];
};

/** Tag of `HistoryEvent.event_id`, which every event starts with. */
export const EVENT_ID_TAG = 0x08;

/** Reads a binary history event by event. Throws: TickscopeError `history-invalid`. */
export function readWireHistory({ bytes, start, end, format, notes }: WireHistory): ParsedHistory {
  keepUnknownFields();
  const { offsets, isWhole } = splitRecords(bytes, start, end);
  const events = new EventCollector();
  for (let at = 0; at < offsets.length; at += 2) {
    addEvent(events, bytes.subarray(offsets[at], offsets[at + 1]), at / 2 + 1);
  }
  if (isWhole && offsets.length > 0) return events.finish({ format, notes });
  throw new TickscopeError(
    'history-invalid',
    `is cut off or damaged after event number ${offsets.length / 2}.`,
  );
}

function addEvent(events: EventCollector, bytes: Uint8Array, number: number): void {
  try {
    events.add(walkEventMessage(HISTORY_EVENT.decode(bytes), events.findings.unknownFields));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const what = error instanceof TickscopeError ? why : `cannot be decoded: ${why}.`;
    throw new TickscopeError('history-invalid', `: event number ${number} of the file: ${what}`, {
      cause: error,
    });
  }
}
