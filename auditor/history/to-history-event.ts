import type { Decodings } from '../base/decodings.ts';
import { member } from '../base/json-members.ts';
import { isJsonObject } from '../base/payload.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import { parseTimeMicros } from '../base/units.ts';
import type { HistoryEvent, Json, JsonObject } from '../model/history-event.ts';
import { decodeUserText } from './decode-user-text.ts';

const PREFIX = 'EVENT_TYPE_';
const ATTRIBUTES = 'EventAttributes';

/**
 * An event's ProtoJSON → the event as every later stage knows it.
 *
 * Shape: an event type that this protobuf version does not know is called `UNKNOWN_<number>`. `decodings` serves summary and details.
 * Throws: TickscopeError `history-invalid` when id or time is missing.
 */
export function toHistoryEvent(json: JsonObject, decodings?: Decodings): HistoryEvent {
  const eventId = parseEventId(json.eventId);
  const eventTime = json.eventTime;
  if (typeof eventTime !== 'string') throw invalid(eventId, 'has no eventTime');
  const summary = decodeUserText(member(json.userMetadata, 'summary'), decodings);
  const details = decodeUserText(member(json.userMetadata, 'details'), decodings);
  const origin = findOrigin(json);
  return {
    eventId,
    eventType: toEventType(json.eventType),
    eventTime,
    timeMicros: parseTimeMicros(eventTime),
    attributes: findAttributes(json),
    ...(summary === undefined ? {} : { summary }),
    ...(details === undefined ? {} : { details }),
    ...(origin === undefined ? {} : { origin }),
  };
}

function parseEventId(value: Json | undefined): number {
  const id = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : 0;
  if (id >= 1) return id;
  const what = value === undefined ? 'no id' : `the id ${JSON.stringify(value)}`;
  throw new TickscopeError('history-invalid', `An event has ${what}.`);
}

function toEventType(value: Json | undefined): string {
  if (typeof value === 'string') return value.startsWith(PREFIX) ? value.slice(PREFIX.length) : value;
  return `UNKNOWN_${typeof value === 'number' ? value : 'TYPE'}`;
}

function findAttributes(json: JsonObject): JsonObject {
  for (const [key, value] of Object.entries(json)) {
    if (key.endsWith(ATTRIBUTES) && isJsonObject(value)) return value;
  }
  return {};
}

function findOrigin({ principal, eventGroupMarkers }: JsonObject): JsonObject | undefined {
  if (principal === undefined && eventGroupMarkers === undefined) return undefined;
  return {
    ...(principal === undefined ? {} : { principal }),
    ...(eventGroupMarkers === undefined ? {} : { eventGroupMarkers }),
  };
}

function invalid(eventId: number, what: string): TickscopeError {
  return new TickscopeError('history-invalid', `Event ${eventId} ${what}.`);
}
