import { type RawBuilder, sql } from 'kysely';
import { isRareEventType, RARE_EVENT_TYPE } from '../../store/rare-values.ts';
import { fromSearchRow, toSearchRow } from '../../store/search-row.ts';
import { storeQuery } from '../../store/store-query.ts';
import type { Index } from '../open-index.ts';
import type { Candidate } from './candidate.ts';
import type { RowRange } from './row-ranges.ts';
import { isInTicks, type SearchScope, toPassing } from './search-scope.ts';

const RUN_PK = sql<number>`event.run_pk`;
const EVENT_ID = sql<number>`event.event_id`;

/** Events of these ranges, of a type or all, from the newest back. */
export function listEvents(
  index: Index,
  scope: SearchScope,
  ranges: readonly RowRange[],
  limit: number,
): readonly Candidate[] {
  const { eventType } = scope.query.filters;
  const query = storeQuery
    .selectFrom(sql<EventKey>`(${selectWithin(ranges)})`.as('event'))
    .select(['run_pk', 'event_id', toPassing(RUN_PK, EVENT_ID, scope).as('shown')])
    .where(eventType === undefined ? sql<boolean>`1` : isOfType(eventType))
    .where(isInTicks(RUN_PK, EVENT_ID, scope))
    .where(scope.runs.isAmong(RUN_PK))
    .orderBy('run_pk', 'desc')
    .orderBy('event_id', 'desc')
    .limit(limit);
  return index.all(query).map(({ run_pk: runPk, event_id: eventId, shown }) => ({
    ...{ runPk, eventIds: shown === null ? [] : [eventId], place: [toSearchRow(runPk, eventId)] },
  }));
}

type EventKey = { readonly run_pk: number; readonly event_id: number };

/** One range is read in its order, without sorting. */
function selectWithin(ranges: readonly RowRange[]): RawBuilder<unknown> {
  const [one, more] = ranges;
  if (one !== undefined && more === undefined) {
    const [from, to] = [fromSearchRow(one.first), fromSearchRow(one.last)];
    return sql`SELECT event.* FROM event WHERE (run_pk, event_id) >= (${from.runPk}, ${from.eventId})
      AND (run_pk, event_id) <= (${to.runPk}, ${to.eventId})`;
  }
  const spans = ranges.map(({ first, last }) => {
    const { runPk, eventId } = fromSearchRow(first);
    return [runPk, eventId, eventId + last - first];
  });
  // CROSS JOIN: the ranges one by one, each within its run.
  return sql`SELECT event.* FROM json_each(${JSON.stringify(spans)}) AS span CROSS JOIN event
    WHERE event.run_pk = span.value ->> 0 AND event.event_id BETWEEN span.value ->> 1 AND span.value ->> 2`;
}

/** With the index's own condition, a text of the schema, where that helps. */
const isOfType = (eventType: string) =>
  isRareEventType(eventType)
    ? sql<boolean>`event_type = ${eventType} AND ${sql.raw(RARE_EVENT_TYPE)}`
    : sql<boolean>`event_type = ${eventType}`;
