import { toDurationText, toTimeText } from '../base/units.ts';
import type { Json, JsonObject } from '../model/history-event.ts';
import { isDefaultScalar, shortestFloat } from './canonical-scalar.ts';
import { type CompiledField, type CompiledType, EVENT_TYPE } from './compiled-type.ts';
import { isIndexKey, toSortedObject } from './sorted-json.ts';
import { toUnknownFields } from './unknown-fields.ts';
import type { WalkedEvent } from './walk-json.ts';

/**
 * A decoded `temporal.api.history.v1.HistoryEvent` as ProtoJSON, keys in order: the same values that `temporal workflow show -o json`
 * prints.
 *
 * Shape: int64 as decimal string, enums by full name (unknown ones as number), bytes as padded base64, times and durations with 0, 3,
 * 6 or 9 digits; what is unset or an implicit default is left out, a message that is set but empty stays `{}`. Fields that this
 * protobuf version does not know stand under `$unknown` when the decoder kept them.
 * Throws: TickscopeError `history-invalid` for a time outside the years 1 to 9999.
 */
export function walkEventMessage(event: object, unknownFields = new Set<string>()): WalkedEvent {
  const seen = { isIrregular: false, unknownFields };
  const json = toFields(EVENT_TYPE, event, seen);
  return { json, isRegular: !seen.isIrregular };
}

type Seen = { isIrregular: boolean; readonly unknownFields: Set<string> };

function toFields(type: CompiledType, message: object, seen: Seen): JsonObject {
  const entries: [string, Json][] = [];
  // Defaults stand on the prototype; what was on the wire is the message's own.
  for (const [key, value] of Object.entries(message)) {
    const field = value === null || value === undefined ? undefined : type.fields.get(key);
    const json = field === undefined ? undefined : toField(field, value, seen);
    if (json !== undefined) entries.push([key, json]);
  }
  const unknown = toUnknownFields(message);
  if (unknown !== undefined) {
    entries.push(['$unknown', unknown]);
    for (const { no } of unknown) seen.unknownFields.add(`field ${no}`);
  }
  return toSortedObject(entries);
}

/** Absent when: the value is the same as none. */
function toField(field: CompiledField, value: unknown, seen: Seen): Json | undefined {
  if (field.shape === 'list') {
    if (!Array.isArray(value) || value.length === 0) return undefined;
    return value.map((item) => toValue(field, item, seen));
  }
  if (field.shape === 'map') return toMap(field, Object(value), seen);
  const json = toValue(field, value, seen);
  if (!field.isImplicit || field.kind === 'message') return json;
  if (field.kind === 'enum') return Number(value) === 0 ? undefined : json;
  return isDefaultScalar(field.scalar, json) ? undefined : json;
}

function toMap(field: CompiledField, map: object, seen: Seen): Json | undefined {
  const entries = Object.entries(map).map(([key, item]): [string, Json] => {
    if (isIndexKey(key)) seen.isIrregular = true;
    return [key, toValue(field, item, seen)];
  });
  return entries.length === 0 ? undefined : toSortedObject(entries);
}

function toValue(field: CompiledField, value: unknown, seen: Seen): Json {
  if (field.kind === 'message') return toMessage(field.type, Object(value), seen);
  if (field.kind === 'enum') return field.enumeration.names.get(Number(value)) ?? Number(value);
  if (value instanceof Uint8Array) return toBase64(value);
  if (field.scalar.endsWith('64')) return String(value);
  if (typeof value !== 'number') return typeof value === 'boolean' ? value : String(value);
  if (!Number.isFinite(value)) return String(value);
  return field.scalar === 'float' ? shortestFloat(value) : value;
}

function toMessage(type: CompiledType, message: object, seen: Seen): Json {
  if (type.form === 'message' || type.form === 'payload' || type.form === 'payloads') {
    return toFields(type, message, seen);
  }
  const { seconds, nanos }: { seconds?: unknown; nanos?: unknown } = message;
  const span = { seconds: Number(seconds ?? 0), nanos: Number(nanos ?? 0) };
  return type.form === 'time' ? toTimeText(span) : toDurationText(span);
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
