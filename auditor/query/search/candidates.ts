import { sql } from 'kysely';
import type { StoreSchema } from '../../store/schema.ts';
import { fromSearchRow, toSearchRow } from '../../store/search-row.ts';
import { storeQuery } from '../../store/store-query.ts';
import type { Index } from '../open-index.ts';
import type { SearchFilters } from './search-query.ts';

/** Something that may be a hit: a place to go on from, and the events that belong to it, the one to show first. */
export type Candidate = {
  readonly runPk: number;
  readonly eventIds: readonly number[];
  /** Events that hold arguments and result, for conditions on fields. */
  readonly tool?: {
    readonly name: string;
    readonly argumentsEventId: number;
    readonly resultEventId?: number;
  };
  readonly status?: string;
  /** Where the list goes on after it. */
  readonly place: readonly number[];
};

/** Words: events from the newest run and event back. `before` is the last row that was looked at. */
export function listByWords(
  index: Index,
  {
    match,
    range,
    before,
    limit,
  }: { match: string; range?: { first: number; last: number }; before?: number; limit: number },
): readonly Candidate[] {
  const from = range?.first ?? 0;
  const to = Math.min(range?.last ?? Number.MAX_SAFE_INTEGER, (before ?? Number.MAX_SAFE_INTEGER) - 1);
  const query = storeQuery
    .selectFrom('search')
    .select('rowid')
    .where(sql<boolean>`search MATCH ${match}`)
    .where('rowid', '>=', from)
    .where('rowid', '<=', to)
    .orderBy('rowid', 'desc')
    .limit(limit);
  return index.all(query).map(({ rowid }) => toCandidate(rowid, [rowid]));
}

/** Words, the best match first: only for so few matches that all can be weighed. */
export function listByRank(
  index: Index,
  match: string,
  range?: { first: number; last: number },
): readonly Candidate[] {
  const query = storeQuery
    .selectFrom('search')
    .select('rowid')
    .where(sql<boolean>`search MATCH ${match}`)
    .where('rowid', '>=', range?.first ?? 0)
    .where('rowid', '<=', range?.last ?? Number.MAX_SAFE_INTEGER)
    .orderBy(sql`rank`)
    .orderBy('rowid', 'desc');
  return index.all(query).map(({ rowid }, at) => toCandidate(rowid, [at + 1]));
}

function toCandidate(row: number, place: readonly number[]): Candidate {
  const { runPk, eventId } = fromSearchRow(row);
  return { runPk, eventIds: [eventId], place };
}

/** Rows of the events that say the words, up to a bound; in no order. */
export function listMatches(
  index: Index,
  match: string,
  most: number,
  range?: { first: number; last: number },
): readonly number[] {
  const rows = storeQuery
    .selectFrom('search')
    .select('rowid')
    .where(sql<boolean>`search MATCH ${match}`)
    .where('rowid', '>=', range?.first ?? 0)
    .where('rowid', '<=', range?.last ?? Number.MAX_SAFE_INTEGER)
    .limit(most);
  return index.all(rows).map(({ rowid }) => rowid);
}

/** Whether an event says the words. */
export function saysWords(index: Index, match: string, runPk: number, eventId: number): boolean {
  // As a bigint: a number is bound as REAL, and FTS5 ignores an equality with one.
  const row = BigInt(toSearchRow(runPk, eventId));
  const query = storeQuery
    .selectFrom('search')
    .select('rowid')
    .where(sql<boolean>`search MATCH ${match}`)
    .where(sql<boolean>`rowid = ${row}`);
  return index.first(query) !== undefined;
}

type Before = readonly number[] | undefined;

/** Tool calls of a name, the newest first. */
export function listToolCalls(
  index: Index,
  { tool, status, runPks }: SearchFilters & { runPks?: readonly number[] },
  before: Before,
  limit: number,
): readonly Candidate[] {
  let query = storeQuery
    .selectFrom('tool_call')
    .selectAll()
    .orderBy('started_at_micros', 'desc')
    .orderBy('run_pk', 'desc')
    .orderBy('model_event_id', 'desc')
    .orderBy('position', 'desc')
    .limit(limit);
  if (tool !== undefined) query = query.where('name', '=', tool);
  if (status !== undefined) query = query.where('status', '=', status);
  if (runPks !== undefined) query = query.where('run_pk', 'in', [...runPks]);
  if (before)
    query = query.where(beforePlace(['started_at_micros', 'run_pk', 'model_event_id', 'position'], before));
  return index.all(query).map((row) => ({
    runPk: row.run_pk,
    eventIds: [...new Set([row.result_event_id, row.activity_event_id, row.arguments_event_id])].flatMap(
      (id) => id ?? [],
    ),
    tool: {
      ...{ name: row.name, argumentsEventId: row.arguments_event_id },
      ...(row.result_event_id === null ? {} : { resultEventId: row.result_event_id }),
    },
    status: row.status,
    place: [row.started_at_micros, row.run_pk, row.model_event_id, row.position],
  }));
}

/** Model calls, the newest first. */
export function listModelCalls(
  index: Index,
  filters: SearchFilters & { runPks?: readonly number[] },
  before: Before,
  limit: number,
): readonly Candidate[] {
  const { model, framework, status, runPks } = filters;
  let query = storeQuery
    .selectFrom('model_call')
    .select(['run_pk', 'event_id', 'closed_event_id', 'status', 'started_at_micros'])
    .orderBy('started_at_micros', 'desc')
    .orderBy('run_pk', 'desc')
    .orderBy('event_id', 'desc')
    .limit(limit);
  if (model !== undefined) {
    query = query.where(({ or, eb }) =>
      or([eb('request_model', '=', model), eb('response_model', '=', model)]),
    );
  }
  if (framework !== undefined) query = query.where('framework', '=', framework);
  if (status !== undefined) query = query.where('status', '=', status);
  if (runPks !== undefined) query = query.where('run_pk', 'in', [...runPks]);
  if (before) query = query.where(beforePlace(['started_at_micros', 'run_pk', 'event_id'], before));
  return index.all(query).map((row) => ({
    runPk: row.run_pk,
    eventIds: row.closed_event_id === null ? [row.event_id] : [row.closed_event_id, row.event_id],
    status: row.status,
    place: [row.started_at_micros, row.run_pk, row.event_id],
  }));
}

/** Event groups of a kind or status, from the newest run and group back. */
export function listGroups(
  index: Index,
  { kind, status, runPks }: SearchFilters & { runPks?: readonly number[] },
  before: Before,
  limit: number,
): readonly Candidate[] {
  let query = storeQuery
    .selectFrom('event_group')
    .select(['run_pk', 'first_event_id', 'last_event_id', 'status'])
    .orderBy('run_pk', 'desc')
    .orderBy('first_event_id', 'desc')
    .limit(limit);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (status !== undefined) query = query.where('status', '=', status);
  if (runPks !== undefined) query = query.where('run_pk', 'in', [...runPks]);
  if (before) query = query.where(beforePlace(['run_pk', 'first_event_id'], before));
  return index.all(query).map((row) => ({
    runPk: row.run_pk,
    eventIds: [...new Set([row.last_event_id, row.first_event_id])],
    status: row.status,
    place: [row.run_pk, row.first_event_id],
  }));
}

/** Events of a type, or all, from the newest run and event back. */
export function listEvents(
  index: Index,
  { eventType, runPks }: SearchFilters & { runPks?: readonly number[] },
  before: Before,
  limit: number,
): readonly Candidate[] {
  let query = storeQuery
    .selectFrom('event')
    .select(['run_pk', 'event_id'])
    .orderBy('run_pk', 'desc')
    .orderBy('event_id', 'desc')
    .limit(limit);
  if (eventType !== undefined) query = query.where('event_type', '=', eventType);
  if (runPks !== undefined) query = query.where('run_pk', 'in', [...runPks]);
  if (before) query = query.where(beforePlace(['run_pk', 'event_id'], before));
  return index
    .all(query)
    .map((row) => ({ runPk: row.run_pk, eventIds: [row.event_id], place: [row.run_pk, row.event_id] }));
}

type Column =
  | keyof StoreSchema['tool_call']
  | keyof StoreSchema['model_call']
  | keyof StoreSchema['event_group'];

/** `(a, b) < (1, 2)`: SQLite compares rows, so that a list goes on exactly where it stopped. */
function beforePlace(columns: readonly Column[], place: readonly number[]) {
  const left = sql.join(columns.map((column) => sql.ref(column)));
  return sql<boolean>`(${left}) < (${sql.join(place.map((value) => sql.val(value)))})`;
}
