import { type RawBuilder, sql } from 'kysely';
import type { SearchQuery } from './search-query.ts';
import type { SearchRuns } from './search-runs.ts';

/** What candidates are looked for by, and the runs that may have them. */
export type SearchScope = { readonly query: SearchQuery; readonly runs: SearchRuns };

type Id = RawBuilder<number | null>;

/** The event's id where type and time let it through, else NULL. */
export function toPassing(runPk: RawBuilder<number>, eventId: Id, { query }: SearchScope): Id {
  const { eventType, afterMicros, beforeMicros } = query.filters;
  const conditions = [
    ...(eventType === undefined ? [] : [sql`event_type = ${eventType}`]),
    ...(afterMicros === undefined ? [] : [sql`time_micros >= ${afterMicros}`]),
    ...(beforeMicros === undefined ? [] : [sql`time_micros < ${beforeMicros}`]),
  ];
  if (conditions.length === 0) return eventId;
  const found = sql`SELECT 1 FROM event WHERE event.run_pk = ${runPk} AND event.event_id = ${eventId}`;
  return sql<
    number | null
  >`CASE WHEN EXISTS (${found} AND ${sql.join(conditions, sql` AND `)}) THEN ${eventId} END`;
}

/** Whether the event lies in one of the ticks that are asked for. */
export function isInTicks(
  runPk: RawBuilder<number>,
  eventId: RawBuilder<number>,
  { query }: SearchScope,
): RawBuilder<boolean> {
  const { ticks } = query.filters;
  if (ticks === undefined) return sql<boolean>`1`;
  return sql<boolean>`(SELECT CASE WHEN tick.last_event_id >= ${eventId} THEN tick.tick END FROM tick
    WHERE tick.run_pk = ${runPk} AND tick.first_event_id <= ${eventId} ORDER BY tick.first_event_id DESC LIMIT 1)
    BETWEEN ${ticks.from} AND ${ticks.to}`;
}

/** `(a, b) < (1, 2)`: SQLite compares rows, so that a list goes on exactly where it stopped. */
export function isBefore(
  columns: readonly string[],
  place: readonly number[] | undefined,
): RawBuilder<boolean> {
  if (place === undefined) return sql<boolean>`1`;
  const left = sql.join(columns.map((column) => sql.ref(column)));
  return sql<boolean>`(${left}) < (${sql.join(place.map((value) => sql.val(value)))})`;
}

/** A condition, or none. */
export const when = <Value>(
  value: Value | undefined,
  condition: (value: Value) => RawBuilder<boolean>,
): RawBuilder<boolean> => (value === undefined ? sql<boolean>`1` : condition(value));
