import { isJsonList } from '../base/json-members.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Json, JsonObject } from '../model/history-event.ts';

/** As the canonical writer: deeper content has no canonical form. */
const DEEPEST = 1000;

/** Whether JavaScript keeps a key where it was put: it moves those that look like array indexes to the front. */
export function isIndexKey(key: string): boolean {
  const code = key.charCodeAt(0);
  return code >= 0x30 && code <= 0x39 && /^(?:0|[1-9]\d{0,9})$/.test(key);
}

/** An object of entries in the order of their keys. Not by assignment: a key of a history may be `__proto__`. */
export function toSortedObject(entries: [string, Json][]): JsonObject {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What was seen in values that no descriptor knows. */
type SeenInValue = {
  /** A key that JavaScript moves: its object cannot be written in order by JSON.stringify. */
  isIrregular: boolean;
};

/**
 * Any JSON value with the keys of its objects in order: what is kept of fields that this version does not know.
 *
 * Throws: TickscopeError `history-invalid` for numbers that reading has rounded, and for nesting without end.
 */
export function toSortedJson(value: Json, seen: SeenInValue, toPath: () => string, depth = 0): Json {
  if (typeof value === 'number') return checkNumber(value, toPath);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) throw refused(toPath, `is nested deeper than ${DEEPEST} levels`);
  if (isJsonList(value)) return value.map((item) => toSortedJson(item, seen, toPath, depth + 1));
  const entries = Object.entries(value).map(([key, item]): [string, Json] => {
    if (isIndexKey(key)) seen.isIrregular = true;
    return [key, toSortedJson(item, seen, toPath, depth + 1)];
  });
  return toSortedObject(entries);
}

function checkNumber(value: number, toPath: () => string): number {
  if (Number.isSafeInteger(value)) return value + 0;
  // Every number of that size is an integer, and the one in the file may have been another one.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw refused(toPath, 'holds a number beyond 2^53, which JSON readers round');
  }
  return value;
}

function refused(toPath: () => string, what: string): TickscopeError {
  return new TickscopeError('history-invalid', `${toPath()} ${what}.`);
}
