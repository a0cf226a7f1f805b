import type protobuf from 'protobufjs';
import { type Seconds, toDurationText, toTimeText } from '../../base/units.ts';
import type { Json, JsonObject } from '../../model/history-event.ts';
import { DURATION, HISTORY_EVENT, TIMESTAMP } from '../temporal-descriptors.ts';
import { toUnknownFields } from '../unknown-fields.ts';

/**
 * The slow and plain way, by which the fast one is judged in tests: a decoded `temporal.api.history.v1.HistoryEvent` as ProtoJSON: the same values that `temporal workflow show -o json` prints.
 *
 * Shape: int64 as decimal string, enums by full name (unknown ones as number), bytes as padded base64, times and durations with 0, 3,
 * 6 or 9 digits; what is unset or an implicit default is left out, a message that is set but empty stays `{}`. Fields that this
 * protobuf version does not know stand under `$unknown` when the decoder kept them.
 * Throws: TickscopeError `history-invalid` for a time outside the years 1 to 9999.
 */
export function toEventJson(event: object): JsonObject {
  return toFields(HISTORY_EVENT, event);
}

function toFields(type: protobuf.Type, message: object): JsonObject {
  const entries: [string, Json][] = [];
  for (const field of type.fieldsArray) {
    // Defaults stand on the prototype; what was on the wire is the message's own.
    if (!Object.hasOwn(message, field.name)) continue;
    const value: unknown = Reflect.get(message, field.name);
    const json = value === null || value === undefined ? undefined : toField(field.resolve(), value);
    if (json !== undefined) entries.push([field.name, json]);
  }
  const unknown = toUnknownFields(message);
  if (unknown !== undefined) entries.push(['$unknown', unknown]);
  // Not by assignment: a map key of the history may be `__proto__`.
  return Object.fromEntries(entries);
}

function toField(field: protobuf.Field, value: unknown): Json | undefined {
  if (field.repeated) {
    if (!Array.isArray(value) || value.length === 0) return undefined;
    return value.map((item) => toValue(field, item));
  }
  if (field.map) {
    const entries = Object.entries(Object(value)).map(([key, item]): [string, Json] => [
      key,
      toValue(field, item),
    ]);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  return !field.hasPresence && isDefault(value) ? undefined : toValue(field, value);
}

function toValue(field: protobuf.Field, value: unknown): Json {
  const kind = field.resolvedType;
  if (kind !== null && 'fields' in kind) return toMessage(kind, Object(value));
  if (kind !== null) return kind.valuesById[Number(value)] ?? Number(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (/^(u?int|s?fixed|sint)64$/.test(field.type)) return String(value);
  if (field.type === 'float') return shortestFloat(Number(value));
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

function toMessage(type: protobuf.Type, message: object): Json {
  if (type.fullName === TIMESTAMP) return toTimeText(readSeconds(message));
  if (type.fullName === DURATION) return toDurationText(readSeconds(message));
  return toFields(type, message);
}

function readSeconds(message: object): Seconds {
  const { seconds, nanos }: { seconds?: unknown; nanos?: unknown } = message;
  return { seconds: Number(seconds ?? 0), nanos: Number(nanos ?? 0) };
}

/** A Long knows best itself whether it is zero. */
function isDefault(value: unknown): boolean {
  if (value instanceof Uint8Array) return value.length === 0;
  return (
    value === 0 || value === '' || value === false || (typeof value === 'object' && String(value) === '0')
  );
}

/** Shortest decimal that is this 32-bit float: 0.1, not 0.10000000149011612. */
function shortestFloat(value: number): Json {
  if (!Number.isFinite(value)) return String(value);
  // 9 significant digits always suffice for 24 bits.
  for (let digits = 1; digits <= 9; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return value;
}
