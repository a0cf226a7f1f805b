import { isJsonList } from '#auditor/base/json-members.ts';
import { isJsonObject } from '#auditor/base/payload.ts';
import { mapObjects } from '#auditor/history/_scripted/foreign-forms.ts';
import type { Json, JsonObject } from '#auditor/model/history-event.ts';

/** Makes an event as a form has it, and the event that was read of it, alike. */
type ComparedForm = (event: JsonObject) => Json;

/** Forms whose values are those of the canonical one. */
export const CANONICAL: ReadonlySet<string> = new Set([
  'canonical-json',
  'event-list',
  'http-api',
  'json-lines',
]);

/**
 * Forms whose values can be compared with what was read. In the others payloads are values, and a broken one has both: which of the two
 * was meant only a second reader could tell.
 */
export const COMPARED_FORMS: ReadonlyMap<string, ComparedForm> = new Map([
  ...[...CANONICAL].map((name): [string, ComparedForm] => [name, (event) => event]),
  ['sdk-dump', toPlain],
  ['snake-case', (event) => mapObjects(toPlain(event), toSnakeKeys)],
]);

/** A dump's integers of two halves and bytes as lists, as texts. */
function toPlain(value: Json): Json {
  if (isJsonList(value)) return value.map(toPlain);
  if (!isJsonObject(value)) return value;
  const { low, high, type, data } = value;
  if (typeof low === 'number' && typeof high === 'number')
    return String(BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low >>> 0)));
  if (type === 'Buffer' && data !== undefined && isJsonList(data))
    return Buffer.from(data.map(Number)).toString('base64');
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
}

/** A broken file may have `EventType`, too. */
function toSnakeKeys(object: JsonObject): Json {
  return Object.fromEntries(
    Object.entries(object).map(([key, item]) => [
      key.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase(),
      item,
    ]),
  );
}
