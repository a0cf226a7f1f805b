import type { Json } from '../model/history-event.ts';
import { toCanonicalJson } from './canonical-json.ts';

/** Equal as JSON, whatever the order of keys. Values that have no canonical form equal nothing. */
export function isSameJson(a: Json, b: Json): boolean {
  try {
    return toCanonicalJson(a) === toCanonicalJson(b);
  } catch {
    return false;
  }
}

/** Absent when: the text is no JSON. */
export function tryParseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
