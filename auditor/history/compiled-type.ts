import type protobuf from 'protobufjs';
import { DURATION, HISTORY_EVENT, TIMESTAMP } from './temporal-descriptors.ts';

/** What a message type's JSON looks like: times and durations are text, the rest are objects. */
type TypeForm = 'time' | 'duration' | 'payload' | 'payloads' | 'message';

/** A protobuf message type, prepared for walking many events: one Map look-up per key. */
export type CompiledType = {
  readonly form: TypeForm;
  /** By the names of ProtoJSON. */
  readonly fields: ReadonlyMap<string, CompiledField>;
  /** Other spellings of the same fields (`event_id`, `EventId`), for finding foreign forms. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Names of oneofs, as Go's own JSON wraps their members: `Attributes`, `FailureInfo`. */
  readonly wrappers: ReadonlySet<string>;
};

type FieldKind =
  | { readonly kind: 'message'; readonly type: CompiledType }
  | { readonly kind: 'enum'; readonly enumeration: CompiledEnum }
  | { readonly kind: 'scalar'; readonly scalar: string };

export type CompiledField = FieldKind & {
  readonly shape: 'one' | 'list' | 'map';
  /** A default of this field is the same as its absence, and is left out. */
  readonly isImplicit: boolean;
  /** Absent when: not a member of a oneof. */
  readonly oneof?: string;
};

export type CompiledEnum = {
  /** `TimeoutType` → `TIMEOUT_TYPE_`: what old SDKs leave out of the names. */
  readonly prefix: string;
  readonly numbers: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<number, string>;
};

const FORMS: ReadonlyMap<string, TypeForm> = new Map([
  [TIMESTAMP, 'time'],
  [DURATION, 'duration'],
  ['.temporal.api.common.v1.Payload', 'payload'],
  ['.temporal.api.common.v1.Payloads', 'payloads'],
]);

const compiled = new Map<string, CompiledType>();

/** `temporal.api.history.v1.HistoryEvent`, prepared. */
export const EVENT_TYPE = compileType(HISTORY_EVENT);

function compileType(type: protobuf.Type): CompiledType {
  const known = compiled.get(type.fullName);
  if (known !== undefined) return known;
  const fields = new Map<string, CompiledField>();
  const aliases = new Map<string, string>();
  const wrappers = new Set(type.oneofsArray.map(({ name }) => toPascal(name)));
  const made = { form: FORMS.get(type.fullName) ?? 'message', fields, aliases, wrappers };
  // Before its fields: a failure's cause is a failure.
  compiled.set(type.fullName, made);
  for (const field of type.fieldsArray) {
    fields.set(field.name, compileField(field.resolve()));
    for (const alias of [toSnake(field.name), toPascal(field.name)]) aliases.set(alias, field.name);
  }
  return made;
}

function compileField(field: protobuf.Field): CompiledField {
  return {
    ...toKind(field),
    shape: field.map ? 'map' : field.repeated ? 'list' : 'one',
    isImplicit: !field.hasPresence,
    ...(field.partOf ? { oneof: field.partOf.name } : {}),
  };
}

function toKind(field: protobuf.Field): FieldKind {
  const resolved = field.resolvedType;
  if (resolved === null) return { kind: 'scalar', scalar: field.type };
  if ('fields' in resolved) return { kind: 'message', type: compileType(resolved) };
  return { kind: 'enum', enumeration: compileEnum(resolved) };
}

function compileEnum(resolved: protobuf.Enum): CompiledEnum {
  const numbers = new Map(Object.entries(resolved.values));
  const names = Object.entries(resolved.valuesById).map(([id, name]): [number, string] => [Number(id), name]);
  return { prefix: `${toScreamingCase(resolved.name)}_`, numbers, names: new Map(names) };
}

/** `StartToClose` → `START_TO_CLOSE`. */
export function toScreamingCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

function toSnake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function toPascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
