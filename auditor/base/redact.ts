import type { Json, JsonObject } from '../model/history-event.ts';
import { hideMembers } from './hide-members.ts';
import { isJsonList } from './json-members.ts';
import { parseExactJson, writeExactJson } from './parse-exact-json.ts';
import { isJsonObject } from './payload.ts';
import type { Redactions } from './redactions.ts';
import { isNamedSecret, isSecretPair, LISTS_OF_NAMES } from './secret-pair.ts';

/** Stands where a secret stood. */
export const REDACTED = '[redacted]';

/** Deeper values are not looked into: nobody reads them, so nobody misses them. */
const DEEPEST = 900;

/** Longer texts are not read as JSON; their secrets are hidden member by member. */
const LONGEST_TEXT = 2_000_000;

/** What parts a name from its value, in a text. */
const SEPARATOR = /[:=,]/;

/** What is looked for from here on: the pointers that still fit, and the key of the object around. */
type Place = {
  readonly pointers: Redactions['pointers'];
  readonly parentKey: string;
  readonly depth: number;
};

/**
 * A value without its secrets: members of secret names, and what pointers name, are `[redacted]`, also in texts that are JSON themselves.
 *
 * Shape: null, true and false are no secrets. The very same value when nothing was found. Twice is the same as once.
 * Throws: never.
 */
export function redact(value: Json, rules: Redactions): Json {
  return walk(value, rules, { pointers: rules.pointers, parentKey: '', depth: 0 });
}

/** The same for an object, such as an event. */
export function redactObject(value: JsonObject, rules: Redactions): JsonObject {
  const redacted = redact(value, rules);
  return isJsonObject(redacted) ? redacted : {};
}

function walk(value: Json, rules: Redactions, place: Place): Json {
  if (typeof value === 'string') return redactText(value, rules);
  if (typeof value !== 'object' || value === null) return value;
  if (place.depth > DEEPEST) return REDACTED;
  return isJsonList(value) ? walkList(value, rules, place) : walkObject(value, rules, place);
}

function walkList(list: readonly Json[], rules: Redactions, place: Place): Json {
  const inner = { ...place, depth: place.depth + 1 };
  const isPair = !LISTS_OF_NAMES.test(place.parentKey) && isSecretPair(list, rules);
  const items = list.map((item, index) =>
    isPair && index === 1 && isWorthHiding(item) ? REDACTED : member(item, String(index), rules, inner),
  );
  return items.some((item, index) => item !== list[index]) ? items : list;
}

function walkObject(object: JsonObject, rules: Redactions, place: Place): Json {
  let changed: Map<string, Json> | undefined;
  for (const key of Object.keys(object)) {
    const child = object[key];
    // Most members are short texts and numbers with harmless names: nothing is built for these.
    const kept = child === undefined ? child : toKept(key, child, object, rules, place);
    if (kept === undefined || kept === child) continue;
    changed ??= new Map(Object.entries(object));
    changed.set(key, kept);
  }
  // fromEntries defines own properties, so a key `__proto__` stays data.
  return changed === undefined ? object : Object.fromEntries(changed);
}

function toKept(key: string, child: Json, object: JsonObject, rules: Redactions, place: Place): Json {
  const isSecret = rules.isSecret(key, place.parentKey) || isNamedSecret(object, key, rules);
  if (isSecret && isWorthHiding(child)) return REDACTED;
  if (typeof child !== 'object' && place.pointers.length === 0) return walk(child, rules, place);
  return member(child, key, rules, { ...place, parentKey: key, depth: place.depth + 1 });
}

function member(child: Json, key: string, rules: Redactions, place: Place): Json {
  if (place.pointers.length === 0) return walk(child, rules, place);
  const pointers = place.pointers.flatMap(([step, ...rest]) => (step === key || step === '*' ? [rest] : []));
  if (pointers.some((rest) => rest.length === 0) && isWorthHiding(child)) return REDACTED;
  return walk(child, rules, { ...place, pointers });
}

function isWorthHiding(value: Json): boolean {
  return value !== null && typeof value !== 'boolean' && value !== '';
}

/** Tools' arguments and results are often JSON in a text, or text with JSON in it. */
function redactText(text: string, rules: Redactions): string {
  if (!SEPARATOR.test(text) || !rules.mayHold(text)) return text;
  if (text.length > LONGEST_TEXT || !/^\s*[[{]/.test(text)) return hideInText(text, rules);
  try {
    const value = parseExactJson(text);
    const redacted = walk(value, rules, { pointers: [], parentKey: '', depth: 0 });
    return redacted === value ? text : writeExactJson(redacted);
  } catch {
    // No JSON, several documents, or nested beyond measure.
    return hideInText(text, rules);
  }
}

function hideInText(text: string, rules: Redactions): string {
  return hideMembers(text, {
    isSecret: (name) => rules.isSecret(name, ''),
    isWord: rules.isWord,
    hidden: REDACTED,
    redactInner: (inner) => redactText(inner, rules),
  });
}
