import { type RawBuilder, sql } from 'kysely';
import { fromSearchRow } from '../../store/search-row.ts';
import { storeQuery } from '../../store/store-query.ts';
import type { Index } from '../open-index.ts';
import type { Candidate } from './candidate.ts';
import type { RowRange } from './row-ranges.ts';
import { isInTicks, type SearchScope, toPassing } from './search-scope.ts';

/** Rows of events that say the words, in no order; at most so many. */
export function listMatches(index: Index, match: string, most: number): readonly number[] {
  const rows = storeQuery
    .selectFrom('search')
    .select('rowid')
    .where(sql<boolean>`search MATCH ${match}`)
    .limit(most);
  return index.all(rows).map(({ rowid }) => rowid);
}

/** Rows of these ranges that say the words: cheap however many events of the index say them. */
export function listMatchesWithin(
  index: Index,
  match: string,
  ranges: readonly RowRange[],
): readonly number[] {
  const found = sql<{ row: number }>`(${selectWithin(match, ranges)})`.as('found');
  return index.all(storeQuery.selectFrom(found).select('row')).map(({ row }) => row);
}

type Words = {
  readonly match: string;
  readonly scope: SearchScope;
  readonly ranges: readonly RowRange[];
  readonly limit: number;
};

/** Events of these ranges that say the words, from the newest back. */
export function listByWords(index: Index, { match, scope, ranges, limit }: Words): readonly Candidate[] {
  // Of a long range FTS5 gives the newest first; the few rows of short ones are sorted (`+`), as it is slow to begin at an end.
  const order = ranges.length === 1 ? sql`search.rowid` : sql`+search.rowid`;
  const newest = sql`${selectWithin(match, ranges)} ORDER BY ${order} DESC LIMIT ${limit}`;
  const found = sql<{ row: number }>`(${newest})`.as('found');
  return toCandidates(index.all(storeQuery.selectFrom(found).select(['row', toShown(scope)])));
}

/** Events that say the words, the best match first: weighing looks at every match of the index, so only for few. */
export function listByRank(index: Index, match: string, scope: SearchScope): readonly Candidate[] {
  const matches = storeQuery
    .selectFrom('search')
    .select(['rowid as row', sql<number>`rank`.as('weight')])
    .where(sql<boolean>`search MATCH ${match}`);
  const ranked = storeQuery
    .selectFrom(matches.as('found'))
    .select(['row', toShown(scope)])
    .orderBy('weight')
    .orderBy('row', 'desc');
  return toCandidates(index.all(ranked));
}

function selectWithin(match: string, ranges: readonly RowRange[]): RawBuilder<unknown> {
  const [one, more] = ranges;
  if (one !== undefined && more === undefined) {
    // With bigints: numbers are bound as REAL, and FTS5 would go through the matches of the whole index.
    return sql`SELECT search.rowid AS row FROM search WHERE search MATCH ${match}
      AND search.rowid BETWEEN ${BigInt(one.first)} AND ${BigInt(one.last)}`;
  }
  const given = JSON.stringify(ranges.map(({ first, last }) => [first, last]));
  // CROSS JOIN: the ranges one by one, and in each the words.
  return sql`SELECT search.rowid AS row FROM json_each(${given}) AS span CROSS JOIN search
    WHERE search MATCH ${match} AND search.rowid BETWEEN span.value ->> 0 AND span.value ->> 1`;
}

function toShown(scope: SearchScope) {
  const runPk = sql<number>`(found.row >> 24)`;
  const eventId = sql<number>`(found.row & 16777215)`;
  const isWanted = sql`${scope.runs.isAmong(runPk)} AND ${isInTicks(runPk, eventId, scope)}`;
  return sql<number | null>`CASE WHEN ${isWanted} THEN ${toPassing(runPk, eventId, scope)} END`.as('shown');
}

const toCandidates = (rows: readonly { row: number; shown: number | null }[]): readonly Candidate[] =>
  rows.map(({ row, shown }) => ({
    ...{ runPk: fromSearchRow(row).runPk, eventIds: shown === null ? [] : [shown], place: [row] },
  }));
