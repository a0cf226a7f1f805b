import { type Field, walkFields } from '../../base/walk-fields.ts';
import type { Json } from '../../model/history-event.ts';
import type { FieldCondition } from './search-query.ts';

/** The first value anywhere inside, whose nearest keys are the condition's, that fulfils it. JSON inside a text counts, too. */
export function findField(value: Json, condition: FieldCondition): Field | undefined {
  for (const field of walkFields(value)) {
    if (hasKeys(field.keys, condition.path) && compares(field.value, condition)) return field;
  }
  return undefined;
}

const hasKeys = (keys: readonly string[], path: readonly string[]): boolean =>
  keys.length >= path.length && path.every((key, at) => keys[keys.length - path.length + at] === key);

function compares(is: Field['value'], { operator, value }: FieldCondition): boolean {
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
