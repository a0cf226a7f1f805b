import { isJsonList } from '../../base/json-members.ts';
import { isJsonObject } from '../../base/payload.ts';
import { tryParseJson } from '../../base/same-json.ts';
import type { Json } from '../../model/history-event.ts';
import type { FieldCondition } from './search-query.ts';

/** A payload of megabytes must not hang a search. */
const MOST_VALUES = 10_000;

/** Whether a value anywhere inside, whose nearest keys are the condition's, fulfils it. JSON inside a text counts, too. */
export function matchesField(value: Json | undefined, condition: FieldCondition): boolean {
  if (value === undefined) return false;
  const room = { left: MOST_VALUES };
  return search(value, [], condition, room);
}

function search(
  value: Json,
  keys: readonly string[],
  condition: FieldCondition,
  room: { left: number },
): boolean {
  room.left -= 1;
  if (room.left < 0) return false;
  if (isJsonList(value)) return value.some((item) => search(item, keys, condition, room));
  if (isJsonObject(value)) {
    return Object.entries(value).some(([key, child]) =>
      search(child, [...keys, key].slice(-10), condition, room),
    );
  }
  if (hasKeys(keys, condition.path) && compares(value, condition)) return true;
  const inner = typeof value === 'string' && /^\s*[[{]/.test(value) ? tryParseJson(value) : undefined;
  return typeof inner === 'object' && inner !== null && search(inner, keys, condition, room);
}

const hasKeys = (keys: readonly string[], path: readonly string[]): boolean =>
  keys.length >= path.length && path.every((key, at) => keys[keys.length - path.length + at] === key);

function compares(is: Json, { operator, value }: FieldCondition): boolean {
  switch (operator) {
    case '=':
      return is === value || String(is) === String(value);
    case '!=':
      return is !== value && String(is) !== String(value);
    default:
      return typeof is === typeof value && (typeof is === 'number' || typeof is === 'string')
        ? isOrdered(is, operator, value)
        : false;
  }
}

function isOrdered(is: number | string, operator: '<' | '<=' | '>' | '>=', than: Json): boolean {
  if (than === null || typeof than === 'boolean' || typeof than === 'object') return false;
  if (operator === '<') return is < than;
  if (operator === '<=') return is <= than;
  return operator === '>' ? is > than : is >= than;
}
