import { createHash } from 'node:crypto';
import { toCanonicalJson } from '../base/canonical-json.ts';
import type { Json } from '../model/history-event.ts';

/** Tells whether two calls ask the same, whatever the order of keys: hex. Null: the arguments have no canonical form. */
export function toArgumentsSha256(value: Json): string | null {
  try {
    return createHash('sha256').update(toCanonicalJson(value)).digest('hex');
  } catch {
    return null;
  }
}
