import type { Json } from '../model/history-event.ts';
import { isJsonList } from './json-members.ts';
import { isJsonObject } from './payload.ts';
import { tryParseJson } from './same-json.ts';

/** A number, text, truth value or null inside arguments or a result, and the names under which it stands. */
export type Field = {
  /** Nearest keys, the nearest last; at most ten. Empty when: no key is around it. */
  readonly keys: readonly string[];
  /** Way to it; of a value inside JSON that is a text, the way to the text. */
  readonly path: readonly (string | number)[];
  /** An integer beyond 2^53 is the nearest number. */
  readonly value: string | number | boolean | null;
};

/** A payload of megabytes must not hang a search, nor fill an index. */
const MOST_VALUES = 10_000;
const MOST_KEYS = 10;

/**
 * Every field of a value, also of JSON inside a text: the text itself comes first.
 *
 * Order: as they stand. The first 10,000 values; what is beyond is no field.
 */
export function* walkFields(value: Json): Generator<Field, undefined> {
  let left = MOST_VALUES;
  for (const field of walk(value, { keys: [], path: [] })) {
    if (left === 0) return;
    left -= 1;
    yield field;
  }
}

type At = Pick<Field, 'keys' | 'path'> & { readonly isInText?: boolean };

function* walk(value: Json, at: At): Generator<Field, undefined> {
  if (isJsonList(value)) {
    for (const [index, item] of value.entries()) yield* walk(item, into(at, index));
  } else if (isJsonObject(value)) {
    yield* walkMembers(value, at);
  } else {
    yield { keys: at.keys, path: at.path, value };
    const inner = typeof value === 'string' && /^\s*[[{]/.test(value) ? (tryParseJson(value) ?? null) : null;
    if (inner !== null) yield* walk(inner, { ...at, isInText: true });
  }
}

function* walkMembers(value: { readonly [key: string]: Json }, at: At): Generator<Field, undefined> {
  const entries = Object.entries(value);
  const [key, written] = entries[0] ?? [];
  if (entries.length === 1 && key === '$number' && typeof written === 'string') {
    yield { keys: at.keys, path: at.path, value: Number(written) };
    return;
  }
  for (const [name, child] of entries) yield* walk(child, into(at, name));
}

function into(at: At, step: string | number): At {
  const keys = typeof step === 'string' ? [...at.keys, step].slice(-MOST_KEYS) : at.keys;
  return at.isInText ? { ...at, keys } : { keys, path: [...at.path, step] };
}
