import type { DecodedEvent, HistoryEvent, Json, JsonObject } from '../model/history-event.ts';
import { decodePayload, isJsonObject, isPayload, type TemporalPayload } from './payload.ts';

// Failures nest by their cause; the deepest chain that a server stores is far below this, a hostile file's is not.
const MAX_DEPTH = 200;

/**
 * The same event with every payload replaced by its value: what the pointers of citations point into.
 *
 * Shape: `{payloads: [a, b]}` becomes `[a, b]`, so that `…/result/0/priceCents` is the value's place. A payload that stays opaque becomes
 * `{"$opaque": {encoding, base64, note?}}`.
 * Throws: never.
 */
export function decodeEvent(event: JsonObject): JsonObject {
  const decoded = decodeValue(event, 0);
  return isJsonObject(decoded) ? decoded : {};
}

/** The model's form of `decodeEvent`, for those who reason about events. */
export function toDecodedEvent(event: HistoryEvent): DecodedEvent {
  return {
    ...event,
    attributesKey: toAttributesKey(event.eventType),
    attributes: decodeEvent(event.attributes),
  };
}

/** `ACTIVITY_TASK_SCHEDULED` → `activityTaskScheduledEventAttributes`. */
export function toAttributesKey(eventType: string): string {
  const camel = eventType.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return `${camel}EventAttributes`;
}

function decodeValue(value: Json, depth: number): Json {
  if (depth > MAX_DEPTH) return value;
  if (isList(value)) return value.map((item) => decodeValue(item, depth + 1));
  if (!isJsonObject(value)) return value;
  if (isPayload(value)) return toShownValue(value);
  const list = toPayloadList(value);
  if (list) return list.map((item) => (isPayload(item) ? toShownValue(item) : item));
  // fromEntries defines own properties, so a key `__proto__` stays data.
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, decodeValue(child, depth + 1)]),
  );
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function toPayloadList(value: JsonObject): readonly Json[] | undefined {
  const keys = Object.keys(value);
  const list = value.payloads;
  return keys.length === 1 && list !== undefined && isList(list) ? list : undefined;
}

function toShownValue(payload: TemporalPayload): Json {
  const content = decodePayload(payload);
  if (content.kind === 'value') return content.value;
  const base64 = Buffer.from(content.bytes).toString('base64');
  return {
    $opaque: { encoding: content.encoding, base64, ...(content.note ? { note: content.note } : {}) },
  };
}
