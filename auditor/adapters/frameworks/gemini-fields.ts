import { member } from '../../base/json-members.ts';
import type { Json } from '../../model/history-event.ts';

const toSnakeCase = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * A field of one of Gemini's types, by the name that its API has: the API and its SDK for requests write camel case, Python's ADK snake case.
 *
 * Returns the key that it stands under, and its value. Absent when: it is not there, or null, as Python writes what is not set.
 */
export function geminiField(
  value: Json | undefined,
  name: string,
): { readonly key: string; readonly value: Json } | undefined {
  for (const key of [name, toSnakeCase(name)]) {
    const found = member(value, key);
    if (found !== undefined && found !== null) return { key, value: found };
  }
  return undefined;
}

/** A text of such a field. Absent when: it is none. */
export function geminiText(value: Json | undefined, name: string): string | undefined {
  const found = geminiField(value, name)?.value;
  return typeof found === 'string' ? found : undefined;
}

/** A count of such a field. Absent when: it is none. */
export function geminiCount(value: Json | undefined, name: string): number | undefined {
  const found = geminiField(value, name)?.value;
  return typeof found === 'number' ? found : undefined;
}
