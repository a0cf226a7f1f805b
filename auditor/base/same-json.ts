import type { Json } from '../model/history-event.ts';
import { toCanonicalJson } from './canonical-json.ts';
import { isNestedDeeper } from './nesting.ts';

/** Equal as JSON, whatever the order of keys. Values that have no canonical form equal nothing. */
export function isSameJson(a: Json, b: Json): boolean {
  try {
    return toCanonicalJson(a) === toCanonicalJson(b);
  } catch {
    return false;
  }
}

/** Absent when: the text is no JSON, or nests so deep that it could not be written again. */
export function tryParseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return isNestedDeeper(value) ? undefined : value;
  } catch {
    return undefined;
  }
}
