import { toJsonPointer } from '../base/cite.ts';
import { isJsonList } from '../base/json-members.ts';
import { isJsonObject } from '../base/payload.ts';
import type { ValueDifference } from '../model/comparison.ts';
import type { Json } from '../model/history-event.ts';
import { isIgnoredKey } from './ignored-keys.ts';

/** Differences of one value that are given one by one; further ones are counted. */
const MOST_DIFFERENCES = 50;

type JsonDiff = { readonly differences: readonly ValueDifference[]; readonly left: number };

/**
 * Where two values differ, path by path; lists are compared place by place.
 *
 * Order: as the members stand in a, then those that only b has. Members of `IGNORED_KEYS` are left out.
 */
export function diffJson(a: Json | undefined, b: Json | undefined): JsonDiff {
  const differences: ValueDifference[] = [];
  let count = 0;
  const note = (path: readonly (string | number)[], one: Json | undefined, other: Json | undefined): void => {
    count += 1;
    if (differences.length >= MOST_DIFFERENCES) return;
    differences.push({
      path: toJsonPointer(path),
      ...(one === undefined ? {} : { a: one }),
      ...(other === undefined ? {} : { b: other }),
    });
  };
  walk(a, b, [], note);
  return { differences, left: count - differences.length };
}

type Note = (path: readonly (string | number)[], a: Json | undefined, b: Json | undefined) => void;

function walk(
  a: Json | undefined,
  b: Json | undefined,
  path: readonly (string | number)[],
  note: Note,
): void {
  if (a === b) return;
  if (isJsonObject(a) && isJsonObject(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    for (const key of keys) if (!isIgnoredKey(key)) walk(own(a, key), own(b, key), [...path, key], note);
  } else if (isJsonList(a) && isJsonList(b)) {
    const length = Math.max(a.length, b.length);
    for (let at = 0; at < length; at += 1) walk(a[at], b[at], [...path, at], note);
  } else {
    note(path, a, b);
  }
}

function own(object: { readonly [key: string]: Json }, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
