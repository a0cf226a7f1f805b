import { isJsonList, member } from '../base/json-members.ts';
import { isJsonObject } from '../base/payload.ts';
import { isSameJson, tryParseJson } from '../base/same-json.ts';
import type { Json } from '../model/history-event.ts';

/**
 * How the arguments of an activity go with those that a model asked for.
 *
 * `same`: equal, as one object, one JSON text or one value after the other. `completed`: all that was asked for and more, such as
 * defaults. `unlike`: nothing tells, as when they were changed on the way. `other`: they contradict each other.
 */
export type Likeness = 'same' | 'completed' | 'unlike' | 'other';

/** `given`: the arguments of the activity; `wanted`: those of the model's call. */
export function compareArguments(given: readonly Json[], wanted: Json): Likeness {
  if (given.some((value) => isSameJson(unpack(value), wanted)) && given.length === 1) return 'same';
  if (!isJsonObject(wanted)) return 'unlike';
  const values = Object.values(wanted);
  if (given.length === 0) return values.length === 0 ? 'same' : 'unlike';
  if (isSameJson([...given], values)) return 'same';
  const [first] = given;
  const only = given.length === 1 && first !== undefined ? unpack(first) : undefined;
  if (isJsonObject(only)) {
    const shared = Object.keys(wanted).filter((key) => member(only, key) !== undefined);
    if (shared.some((key) => !isAlike(member(only, key), member(wanted, key)))) return 'other';
    return shared.length === Object.keys(wanted).length ? 'completed' : 'unlike';
  }
  return comparePositions(given, values);
}

/** Python's activities take their arguments one after the other, and the SDK fills in the defaults. */
function comparePositions(given: readonly Json[], wanted: readonly Json[]): Likeness {
  let found = 0;
  for (const value of given) {
    const next = wanted[found];
    if (next !== undefined && isAlike(value, next)) found += 1;
  }
  if (found === wanted.length) return 'completed';
  const isFound = (value: Json) => given.some((one) => isAlike(one, value));
  return wanted.some(isFound) || wanted.every((value) => isJsonObject(value) || isJsonList(value))
    ? 'unlike'
    : 'other';
}

const unpack = (value: Json): Json => (typeof value === 'string' ? (tryParseJson(value) ?? value) : value);

/** Numbers and truth values may have become text on the way. */
function isAlike(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return isSameJson(a, b) || (!isJsonObject(a) && !isJsonList(a) && String(a) === String(b));
}
