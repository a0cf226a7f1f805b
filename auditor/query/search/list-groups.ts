import { type RawBuilder, sql } from 'kysely';
import { isRareKind, isRareStatus, RARE_KIND, RARE_STATUS } from '../../store/rare-values.ts';
import { storeQuery } from '../../store/store-query.ts';
import type { Index } from '../open-index.ts';
import { BATCH, type Batch, toEventIds } from './candidate.ts';
import { isBefore, isInTicks, type SearchScope, toPassing, when } from './search-scope.ts';

const PLACE = ['run_pk', 'first_event_id'] as const;
const RUN_PK = sql<number>`event_group.run_pk`;

/** Event groups of a kind or status, from the newest run and group back. */
export function listGroups(index: Index, scope: SearchScope, after: readonly number[] | undefined): Batch {
  const shown = (column: string) => toPassing(RUN_PK, inTicks(sql.ref(column), scope), scope);
  const { groupKind, status } = scope.query.filters;
  const rows = index.all(
    storeQuery
      .selectFrom('event_group')
      .select(['run_pk', 'first_event_id', 'kind', 'status'])
      .select([
        shown('event_group.last_event_id').as('shown_last'),
        shown('event_group.first_event_id').as('shown_first'),
      ])
      .where(scope.runs.isAmong(RUN_PK))
      .where(when(groupKind, (kind) => sql`kind = ${kind}${withIndex(isRareKind(kind), RARE_KIND)}`))
      .where(when(status, (is) => sql`status = ${is}${withIndex(isRareStatus(is), RARE_STATUS)}`))
      .where(isBefore(PLACE, after))
      .orderBy('run_pk', 'desc')
      .orderBy('first_event_id', 'desc')
      .limit(BATCH),
  );
  const candidates = rows.map((row) => ({
    ...{ runPk: row.run_pk, status: row.status, kind: row.kind },
    eventIds: toEventIds([row.shown_last, row.shown_first]),
    place: [row.run_pk, row.first_event_id],
  }));
  return { candidates, isLast: rows.length < BATCH };
}

function inTicks(eventId: RawBuilder<number>, scope: SearchScope): RawBuilder<number | null> {
  if (scope.query.filters.ticks === undefined) return eventId;
  return sql<number | null>`CASE WHEN ${isInTicks(RUN_PK, eventId, scope)} THEN ${eventId} END`;
}

/** The index's own condition, a text of the schema, so that SQLite sees that it may use it. */
const withIndex = (isRare: boolean, condition: string) => (isRare ? sql.raw(` AND ${condition}`) : sql``);
