import type { Json, JsonObject } from '../model/history-event.ts';
import { isJsonObject } from './payload.ts';

/** `Array.isArray` does not narrow readonly arrays. */
export const isJsonList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Own member of any JSON value. Absent when: not an object, or without it. */
export function member(value: Json | undefined, key: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Absent when: missing or no text. */
export function textMember(value: Json | undefined, key: string): string | undefined {
  const found = member(value, key);
  return typeof found === 'string' ? found : undefined;
}

/** Absent when: missing or no number. */
export function numberMember(value: Json | undefined, key: string): number | undefined {
  const found = member(value, key);
  return typeof found === 'number' ? found : undefined;
}

/** ProtoJSON int64, which is text. Absent when: missing, 0 or no id. */
export function idMember(value: Json | undefined, key: string): number | undefined {
  const found = member(value, key);
  const id = typeof found === 'string' && /^\d{1,15}$/.test(found) ? Number(found) : found;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

export function objectMember(value: Json | undefined, key: string): JsonObject | undefined {
  const found = member(value, key);
  return isJsonObject(found) ? found : undefined;
}

/** Empty when missing or no list. */
export function listMember(value: Json | undefined, key: string): readonly Json[] {
  const found = member(value, key);
  return isJsonList(found) ? found : [];
}
