import type { Json, JsonObject } from '../model/history-event.ts';
import { textMember } from './json-members.ts';
import type { Redactions } from './redactions.ts';

/** What a pair calls its name, in small letters. */
export const NAME_KEYS: ReadonlySet<string> = new Set(['name', 'key', 'header']);

const VALUE_KEYS: ReadonlySet<string> = new Set(['value', 'values', 'Value', 'Values']);

/** The same as objects of Go have them. */
const NAME_SPELLINGS = [...NAME_KEYS].flatMap((key) => [
  key,
  `${key.charAt(0).toUpperCase()}${key.slice(1)}`,
]);

/** Whether a member of an object is the value of a secret that another member names: `{"name": "Authorization", "value": …}`. */
export function isNamedSecret(object: JsonObject, key: string, { isSecret }: Redactions): boolean {
  if (!VALUE_KEYS.has(key)) return false;
  return NAME_SPELLINGS.some((spelling) => isSecret(textMember(object, spelling) ?? '', ''));
}

/** Members whose lists hold names, as schemas have them: `required: ["password", "username"]` is no pair. */
export const LISTS_OF_NAMES = /^(?:required|enum|type|types|fields|columns|names|keys)$/i;

/** Whether a list is the name of a secret and its value: `["authorization", …]`. */
export function isSecretPair(list: readonly Json[], { isSecret }: Redactions): boolean {
  const [name] = list;
  return list.length === 2 && typeof name === 'string' && isSecret(name, '');
}
