import { type RawBuilder, sql } from 'kysely';
import type { FieldCondition } from './search-query.ts';

/** Whether the summary of a tool call's fields (table `tool_field`) says that the condition may hold for it. */
export function toFieldCondition(condition: FieldCondition): RawBuilder<boolean> {
  const key = condition.path.at(-1) ?? '';
  return sql<boolean>`EXISTS (SELECT 1 FROM tool_field AS f WHERE f.name = call.name AND f.key = ${key}
    AND f.started_at_micros = call.started_at_micros AND f.run_pk = call.run_pk
    AND f.model_event_id = call.model_event_id AND f.position = call.position AND ${mayHold(condition)})`;
}

/** Whether the summary alone decides: then nothing has to be read to count a hit. */
export const isDecided = ({ path, operator, value }: FieldCondition): boolean =>
  path.length === 1 && typeof value === 'number' && operator !== '=' && operator !== '!=';

function mayHold({ operator, value }: FieldCondition): RawBuilder<boolean> {
  if (operator === '!=') return sql<boolean>`1`;
  if (operator === '=') return mayEqual(value);
  if (typeof value === 'string') return sql<boolean>`(f.is_more OR f.text IS NOT NULL)`;
  if (typeof value !== 'number') return sql<boolean>`0`;
  if (operator === '<') return sql<boolean>`f.lowest < ${value}`;
  if (operator === '<=') return sql<boolean>`f.lowest <= ${value}`;
  return operator === '>' ? sql<boolean>`f.highest > ${value}` : sql<boolean>`f.highest >= ${value}`;
}

/** A number equals a text that says it, and the other way round. */
function mayEqual(value: FieldCondition['value']): RawBuilder<boolean> {
  const number = Number(value);
  const within = Number.isFinite(number)
    ? sql<boolean>`${number} BETWEEN f.lowest AND f.highest`
    : sql<boolean>`0`;
  return sql<boolean>`(f.is_more OR f.text = ${String(value)} OR ${within})`;
}
