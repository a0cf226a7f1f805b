import { sql } from 'kysely';
import { EVENT_TYPES } from '../base/event-types.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import { RARE_EVENT_TYPE } from '../store/rare-values.ts';
import { storeQuery } from '../store/store-query.ts';
import type { Index } from './open-index.ts';

/**
 * An event type as somebody wrote it, as the index has it: `activity_task_failed` and `EVENT_TYPE_ACTIVITY_TASK_FAILED` are the same.
 *
 * Throws: TickscopeError `wrong-usage` that lists the types, for one that neither Temporal nor the index has.
 */
export function parseEventType(index: Index, text: string): string {
  const type = text.toUpperCase().replace(/^EVENT_TYPE_/, '');
  if (EVENT_TYPES.some((known) => known === type) || isStored(index, type)) return type;
  const shown = JSON.stringify(text.slice(0, 100));
  throw new TickscopeError('wrong-usage', `${shown} is no event type. There are: ${EVENT_TYPES.join(', ')}.`);
}

/** Whether a newer server has written it. With the index's own condition, so that no event is read. */
function isStored(index: Index, type: string): boolean {
  const events = storeQuery.selectFrom('event').select('event_id').where('event_type', '=', type);
  return index.first(events.where(sql<boolean>`${sql.raw(RARE_EVENT_TYPE)}`).limit(1)) !== undefined;
}
