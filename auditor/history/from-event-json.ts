import type protobuf from 'protobufjs';
import { isJsonList } from '../base/json-members.ts';
import { isJsonObject } from '../base/payload.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import { parseDuration, parseTime } from '../base/units.ts';
import type { Json, JsonObject } from '../model/history-event.ts';
import { parseScalar } from './parse-scalar.ts';
import { DURATION, HISTORY, HISTORY_EVENT, TIMESTAMP } from './temporal-descriptors.ts';

/** A field or the name of an enum value that this protobuf version does not know, and where it stood. */
export type LostValue = { readonly path: readonly (string | number)[]; readonly value: Json };

/** A protobuf message made from JSON, and what had to be left out of it. */
type FromJson = { readonly message: protobuf.Message; readonly lost: readonly LostValue[] };

/** Deeper content is refused: a failure's chain of causes ends long before, and the protobuf decoder stops at 100. */
const DEEPEST = 100;

/**
 * ProtoJSON of one event → `temporal.api.history.v1.HistoryEvent`. Also takes the short enum names of old SDKs
 * (`WorkflowExecutionStarted`, `StartToClose`) and times as `{seconds, nanos}`.
 *
 * Throws: TickscopeError `history-invalid` with the path of a value of the wrong kind.
 * Source: the SDK's historyFromJSON reads the same, but turns several of these into other values without a word.
 */
export function fromEventJson(event: JsonObject): FromJson {
  return fromJson(HISTORY_EVENT, event);
}

/** Canonical JSON of a whole history → `temporal.api.history.v1.History`, as the SDK's replay takes it. Throws: as above. */
export function fromHistoryJson(events: readonly JsonObject[]): FromJson {
  return fromJson(HISTORY, { events });
}

function fromJson(type: protobuf.Type, json: JsonObject): FromJson {
  const lost: LostValue[] = [];
  const object = createConverter(lost)(type, json, []);
  return { message: type.fromObject(object), lost };
}

type Path = LostValue['path'];
type Convert = (type: protobuf.Type, value: Json, path: Path) => { [key: string]: unknown };

function createConverter(lost: LostValue[]): Convert {
  const convert: Convert = (type, value, path) => {
    if (type.fullName === TIMESTAMP && typeof value === 'string') return parseTime(value);
    if (type.fullName === DURATION && typeof value === 'string') return parseDuration(value);
    if (path.length > DEEPEST) throw invalid(path, `is nested deeper than ${DEEPEST} levels`);
    const entries: [string, unknown][] = [];
    for (const [key, child] of Object.entries(parseObject(value, path))) {
      const field = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined;
      if (field === undefined) lost.push({ path: [...path, key], value: child });
      else if (child !== null) entries.push([key, convertField(field.resolve(), child, [...path, key])]);
    }
    return Object.fromEntries(entries);
  };

  const convertField = (field: protobuf.Field, value: Json, path: Path): unknown => {
    if (field.repeated) {
      if (!isJsonList(value)) throw invalid(path, 'is no list');
      return value.map((item, index) => convertValue(field, item, [...path, index]));
    }
    if (!field.map) return convertValue(field, value, path);
    const entries = Object.entries(parseObject(value, path));
    return Object.fromEntries(entries.map(([key, item]) => [key, convertValue(field, item, [...path, key])]));
  };

  const convertValue = (field: protobuf.Field, value: Json, path: Path): unknown => {
    const kind = field.resolvedType;
    if (kind !== null && 'fields' in kind) return convert(kind, value, path);
    if (kind === null) return parseScalar(field.type, value, toPathText(path));
    const known = toEnumValue(kind, value, path);
    // fromObject would make it 0, and a replay of that would hang.
    if (known === undefined) lost.push({ path, value });
    return known;
  };
  return convert;
}

/** Full name of an enum value, or its number. Absent when: this protobuf version does not know the name. */
function toEnumValue(kind: protobuf.Enum, value: Json, path: Path): string | number | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  if (typeof value !== 'string') throw invalid(path, 'is no name of an enum');
  // Old SDKs wrote `StartToClose`; the full name is the enum's own name in front: TIMEOUT_TYPE_START_TO_CLOSE.
  const full = `${toScreamingCase(kind.name)}_${toScreamingCase(value)}`;
  return [value, full].find((name) => Object.hasOwn(kind.values, name));
}

function toScreamingCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

function parseObject(value: Json, path: Path): JsonObject {
  if (isJsonObject(value)) return value;
  throw invalid(path, 'is no object');
}

/** `header.fields.x`, for messages. */
export function toPathText(path: Path): string {
  return path.length === 0 ? 'the event' : path.join('.');
}

function invalid(path: Path, what: string): TickscopeError {
  return new TickscopeError('history-invalid', `${toPathText(path)} ${what}.`);
}
