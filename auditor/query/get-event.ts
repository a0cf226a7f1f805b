import { decodeEvent } from '../base/decode-event.ts';
import { redactObject } from '../base/redact.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Json, JsonObject } from '../model/history-event.ts';
import { storeQuery } from '../store/store-query.ts';
import { findRunPk, type RunName } from './find-run-pk.ts';
import { findTickOfEvent } from './find-tick-of-event.ts';
import type { Index } from './open-index.ts';
import { readEventText } from './read-events.ts';
import { createStoredDecodings } from './stored-decodings.ts';

/** One event: the record, and what it says. */
export type StoredEvent = {
  /** As stored: canonical ProtoJSON, payloads encoded. The record itself, with all that is in it. */
  readonly event: JsonObject;
  /** Payloads replaced by their values, secrets by `[redacted]`: what citations point into. */
  readonly decoded: Json;
  /** Hex SHA-256 of the stored bytes. */
  readonly sha256: string;
  /** Tick that it belongs to. Absent when: not derived yet. */
  readonly tick?: number;
};

/**
 * Throws: TickscopeError `run-not-indexed`; `event-not-found` with the events that exist.
 */
export function getEvent(
  index: Index,
  { eventId, ...name }: RunName & { readonly eventId: number },
): StoredEvent {
  const runPk = findRunPk(index, name);
  const row = index.first(
    storeQuery
      .selectFrom('event')
      .select('sha256')
      .where('run_pk', '=', runPk)
      .where('event_id', '=', eventId),
  );
  const canonical = readEventText(index, runPk, eventId);
  if (!row || canonical === undefined) throw eventNotFound(index, runPk, name.runId, eventId);
  const event: JsonObject = JSON.parse(canonical);
  const tick = findTickOfEvent(index, runPk, eventId);
  return {
    event,
    decoded: redactObject(decodeEvent(event, createStoredDecodings(index)), index.understanding.redactions),
    sha256: row.sha256.toString('hex'),
    ...(tick === undefined ? {} : { tick }),
  };
}

function eventNotFound(index: Index, runPk: number, runId: string, eventId: number): TickscopeError {
  const row = index.first(storeQuery.selectFrom('run').select('event_count').where('id', '=', runPk));
  return new TickscopeError(
    'event-not-found',
    `Run ${runId} has no event ${eventId}. Events 1 to ${row?.event_count ?? 0} are stored.`,
  );
}
