import { isJsonList } from '../base/json-members.ts';
import { isJsonObject } from '../base/payload.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Json, JsonObject } from '../model/history-event.ts';
import { type CompiledField, type CompiledType, EVENT_TYPE } from './compiled-type.ts';
import { type PayloadReading, toStoredPayload } from './rewrite-payload.ts';
import { toBase64Text, toInt64Text } from './rewrite-scalar.ts';

/** In what an event differs from canonical JSON; by these the known forms are told apart. */
export type Feature =
  | 'snake-case keys'
  | 'wrapped oneofs'
  | 'readable payloads'
  | 'bare payload values'
  | 'objects for scalars'
  | 'bare names';

export type Rewrite = { readonly payloads: PayloadReading; readonly features: Set<Feature> };

const DEEPEST = 200;

/**
 * An event in any of the known foreign forms → the same in the shape of canonical JSON, its values still unchecked. What no descriptor
 * knows is kept as it is.
 *
 * Throws: TickscopeError `history-invalid` for nesting without end.
 */
export function rewriteEvent(event: JsonObject, rewrite: Rewrite): JsonObject {
  return rewriteFields(EVENT_TYPE, event, rewrite, 0);
}

function rewriteMessage(type: CompiledType, value: Json, rewrite: Rewrite, depth: number): Json {
  if (depth > DEEPEST) {
    throw new TickscopeError('history-invalid', `The event is nested deeper than ${DEEPEST} levels.`);
  }
  if (type.form === 'payload') return rewritePayload(type, value, rewrite, depth);
  if (type.form === 'payloads' && isJsonList(value)) {
    rewrite.features.add('bare payload values');
    const field = type.fields.get('payloads');
    return field === undefined ? value : { payloads: rewriteList(field, value, rewrite, depth) };
  }
  if (type.form === 'time' || type.form === 'duration') return rewriteTime(value, rewrite);
  // Views of a history flatten what has nothing but a name.
  if (typeof value === 'string' && type.fields.get('name') !== undefined) {
    rewrite.features.add('bare names');
    return { name: value };
  }
  return isJsonObject(value) ? rewriteFields(type, value, rewrite, depth) : value;
}

function rewriteFields(type: CompiledType, value: JsonObject, rewrite: Rewrite, depth: number): JsonObject {
  const entries: [string, Json][] = [];
  const add = (key: string, child: Json): void => {
    const name = type.fields.has(key) ? key : type.aliases.get(key);
    const field = name === undefined ? undefined : type.fields.get(name);
    if (name !== undefined && field !== undefined) {
      if (name !== key) rewrite.features.add('snake-case keys');
      entries.push([name, rewriteField(field, child, rewrite, depth + 1)]);
    } else if (type.wrappers.has(key) && isJsonObject(child)) {
      rewrite.features.add('wrapped oneofs');
      for (const [inner, item] of Object.entries(child)) add(inner, item);
    } else entries.push([key, child]);
  };
  for (const [key, child] of Object.entries(value)) add(key, child);
  return Object.fromEntries(entries);
}

function rewriteField(field: CompiledField, value: Json, rewrite: Rewrite, depth: number): Json {
  if (value === null) return null;
  if (field.shape === 'list') return isJsonList(value) ? rewriteList(field, value, rewrite, depth) : value;
  if (field.shape === 'one') return rewriteValue(field, value, rewrite, depth);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, item]) => [key, rewriteValue(field, item, rewrite, depth)]));
}

const rewriteList = (field: CompiledField, list: readonly Json[], rewrite: Rewrite, depth: number) =>
  list.map((item) => rewriteValue(field, item, rewrite, depth));

function rewriteValue(field: CompiledField, value: Json, rewrite: Rewrite, depth: number): Json {
  if (field.kind === 'message') return rewriteMessage(field.type, value, rewrite, depth + 1);
  if (field.kind === 'enum') return value;
  const rewritten = rewriteScalar(field.scalar, value);
  if (rewritten !== value) rewrite.features.add('objects for scalars');
  return rewritten;
}

function rewriteScalar(scalar: string, value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (scalar === 'bytes') return toBase64Text(value);
  return scalar.endsWith('64') ? toInt64Text(value) : value;
}

function rewritePayload(type: CompiledType, value: Json, rewrite: Rewrite, depth: number): Json {
  const { payload, form } = toStoredPayload(value, rewrite.payloads);
  if (form === 'readable') rewrite.features.add('readable payloads');
  if (form === 'value') rewrite.features.add('bare payload values');
  // What was in clear is base64 now; what was stored may still be a dump of bytes.
  return form === 'stored' && isJsonObject(payload) ? rewriteFields(type, payload, rewrite, depth) : payload;
}

function rewriteTime(value: Json, rewrite: Rewrite): Json {
  if (!isJsonObject(value)) return value;
  rewrite.features.add('objects for scalars');
  const entries = Object.entries(value).map(([key, part]): [string, Json] => [key, toInt64Text(part)]);
  return Object.fromEntries(entries);
}
