import { sql } from 'kysely';
import { isRareEventType, RARE_EVENT_TYPE } from '../../store/rare-values.ts';
import { fromSearchRow, toSearchRow } from '../../store/search-row.ts';
import { storeQuery } from '../../store/store-query.ts';
import type { Index } from '../open-index.ts';
import type { Candidate } from './candidate.ts';
import type { RowRange } from './row-ranges.ts';
import { isInTicks, type SearchScope, toPassing } from './search-scope.ts';

const RUN_PK = sql<number>`event.run_pk`;
const EVENT_ID = sql<number>`event.event_id`;

/** Events of a range, of a type or all, from the newest back. */
export function listEvents(
  index: Index,
  scope: SearchScope,
  { first, last }: RowRange,
  limit: number,
): readonly Candidate[] {
  const [from, to] = [fromSearchRow(first), fromSearchRow(last)];
  const { eventType } = scope.query.filters;
  const query = storeQuery
    .selectFrom('event')
    .select(['run_pk', 'event_id', toPassing(RUN_PK, EVENT_ID, scope).as('shown')])
    .where(sql<boolean>`(run_pk, event_id) >= (${from.runPk}, ${from.eventId})`)
    .where(sql<boolean>`(run_pk, event_id) <= (${to.runPk}, ${to.eventId})`)
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

/** With the index's own condition, a text of the schema, where that helps. */
const isOfType = (eventType: string) =>
  isRareEventType(eventType)
    ? sql<boolean>`event_type = ${eventType} AND ${sql.raw(RARE_EVENT_TYPE)}`
    : sql<boolean>`event_type = ${eventType}`;
