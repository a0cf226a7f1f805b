import { isJsonList } from '../../base/json-members.ts';
import { isJsonObject } from '../../base/payload.ts';
import type { Json, JsonObject } from '../../model/history-event.ts';
import type { LostValue } from '../from-event-json.ts';

/** Puts back, by name, what an event lost on its way through protobuf. */
export function keepLostValues(event: JsonObject, lost: readonly LostValue[]): JsonObject {
  return lost.reduce<JsonObject>((json, { path, value }) => put(json, path, value), event);
}

function put(into: Json | undefined, [key, ...rest]: LostValue['path'], value: Json): JsonObject {
  const base = isJsonObject(into) ? into : {};
  if (key === undefined) return base;
  const current = Object.hasOwn(base, key) ? base[key] : undefined;
  return Object.fromEntries([...Object.entries(base), [key, putInside(current, rest, value)]]);
}

function putInside(current: Json | undefined, path: LostValue['path'], value: Json): Json {
  const [index, ...rest] = path;
  if (index === undefined) return value;
  if (current === undefined || !isJsonList(current)) return put(current, path, value);
  return current.map((item, at) => (at === index ? putInside(item, rest, value) : item));
}
