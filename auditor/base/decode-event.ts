import type { DecodedEvent, HistoryEvent, Json, JsonObject } from '../model/history-event.ts';
import type { Decodings } from './decodings.ts';
import { objectMember } from './json-members.ts';
import { decodePayload, isJsonObject, isPayload, isReadable, type TemporalPayload } from './payload.ts';
import { redactObject } from './redact.ts';
import type { Redactions } from './redactions.ts';

// Failures nest by their cause; the deepest chain that a server stores is far below this, a hostile file's is not.
const MAX_DEPTH = 200;

/**
 * The same event with every payload replaced by its value: what the pointers of citations point into.
 *
 * Shape: `{payloads: [a, b]}` becomes `[a, b]`, so that `…/result/0/priceCents` is the value's place. A payload that stays opaque becomes
 * `{"$opaque": {encoding, base64, messageType?, note?}}`, a number that JavaScript has not `{"$number": "…"}`; a key of a user that looks
 * like either has one more `$`. What a failure's codec put into `encodedAttributes` stands in `message` and `stackTrace` too.
 * Absent when: `decodings`, what a codec has encoded stays opaque.
 * Throws: never, unless `decodings` does.
 */
export function decodeEvent(event: JsonObject, decodings?: Decodings): JsonObject {
  const decoded = decodeValue(event, 0, decodings);
  return isJsonObject(decoded) ? decoded : {};
}

/** The model's form of `decodeEvent`, for those who reason about events. */
export function toDecodedEvent(event: HistoryEvent): DecodedEvent {
  return toDecodedEventWith(event, undefined);
}

/** `toDecodedEvent` that also reads what a codec has decoded, and leaves out what is secret. */
export function createEventDecoder(
  decodings: Decodings,
  redactions: Redactions,
): (event: HistoryEvent) => DecodedEvent {
  return (event) => {
    const decoded = toDecodedEventWith(event, decodings);
    const { attributesKey, attributes } = decoded;
    // Pointers start where those of citations do.
    const redacted = redactObject({ [attributesKey]: attributes }, redactions);
    return { ...decoded, attributes: objectMember(redacted, attributesKey) ?? attributes };
  };
}

/** There are some sixty event types; each key is made once. A hostile file's further ones are made again and again. */
const attributesKeys = new Map<string, string>();
const MOST_KEYS = 200;

/** `ACTIVITY_TASK_SCHEDULED` → `activityTaskScheduledEventAttributes`. */
export function toAttributesKey(eventType: string): string {
  const known = attributesKeys.get(eventType);
  if (known !== undefined) return known;
  const camel = eventType.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const key = `${camel}EventAttributes`;
  if (attributesKeys.size < MOST_KEYS) attributesKeys.set(eventType, key);
  return key;
}

function toDecodedEventWith(event: HistoryEvent, decodings: Decodings | undefined): DecodedEvent {
  return {
    ...event,
    attributesKey: toAttributesKey(event.eventType),
    attributes: decodeEvent(event.attributes, decodings),
    ...(event.origin === undefined ? {} : { origin: decodeEvent(event.origin, decodings) }),
  };
}

function decodeValue(value: Json, depth: number, decodings: Decodings | undefined): Json {
  if (depth > MAX_DEPTH) return value;
  if (isList(value)) return decodeItems(value, depth, decodings);
  if (!isJsonObject(value)) return value;
  if (isPayload(value)) return toShownValue(value, decodings);
  const list = toPayloadList(value);
  if (list) return list.map((item) => (isPayload(item) ? toShownValue(item, decodings) : item));
  const decoded = decodeMembers(value, depth, decodings);
  return Object.hasOwn(decoded, 'encodedAttributes') ? { ...decoded, ...toFailureTexts(decoded) } : decoded;
}

function decodeItems(
  value: readonly Json[],
  depth: number,
  decodings: Decodings | undefined,
): readonly Json[] {
  const decoded = value.map((item) => decodeValue(item, depth + 1, decodings));
  return decoded.every((item, at) => item === value[at]) ? value : decoded;
}

/** The object itself where no member changes: half of all events hold no payload. */
function decodeMembers(value: JsonObject, depth: number, decodings: Decodings | undefined): JsonObject {
  const entries = Object.entries(value);
  let isChanged = false;
  for (const entry of entries) {
    const [, child] = entry;
    if (typeof child !== 'object' || child === null) continue;
    const decoded = decodeValue(child, depth + 1, decodings);
    if (decoded === child) continue;
    entry[1] = decoded;
    isChanged = true;
  }
  // fromEntries defines own properties, so a key `__proto__` stays data.
  return isChanged ? Object.fromEntries(entries) : value;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function toPayloadList(value: JsonObject): readonly Json[] | undefined {
  const keys = Object.keys(value);
  const list = value.payloads;
  return keys.length === 1 && list !== undefined && isList(list) ? list : undefined;
}

/** SDKs that encode failures leave a placeholder as the message. Source: temporal.api.failure.v1.Failure.encoded_attributes. */
function toFailureTexts({ encodedAttributes }: JsonObject): JsonObject {
  if (!isJsonObject(encodedAttributes)) return {};
  const { message, stack_trace: stackTrace } = encodedAttributes;
  return {
    ...(typeof message === 'string' ? { message } : {}),
    ...(typeof stackTrace === 'string' ? { stackTrace } : {}),
  };
}

function toShownValue(payload: TemporalPayload, decodings: Decodings | undefined): Json {
  const decoding = isReadable(payload) ? undefined : decodings?.(payload);
  const content = decodePayload(decoding?.kind === 'decoded' ? decoding.payload : payload);
  if (content.kind === 'value') return content.value;
  const { encoding, messageType } = content;
  const base64 = Buffer.from(content.bytes).toString('base64');
  const note = decoding?.kind === 'failed' ? decoding.reason : content.note;
  return {
    $opaque: { encoding, base64, ...(messageType ? { messageType } : {}), ...(note ? { note } : {}) },
  };
}
