import { sql } from 'kysely';
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

/** Rows of a range that say the words: cheap however many events of the index say them. */
export function listMatchesWithin(index: Index, match: string, { first, last }: RowRange): readonly number[] {
  const rows = storeQuery
    .selectFrom('search')
    .select('rowid')
    .where(sql<boolean>`search MATCH ${match}`)
    .where(isWithin({ first, last }));
  return index.all(rows).map(({ rowid }) => rowid);
}

/** Events of a range that say the words, from the newest back. */
export function listByWords(
  index: Index,
  { match, scope, range, limit }: { match: string; scope: SearchScope; range: RowRange; limit: number },
): readonly Candidate[] {
  const matches = storeQuery
    .selectFrom('search')
    .select('rowid as row')
    .where(sql<boolean>`search MATCH ${match}`)
    .where(isWithin(range))
    .orderBy('rowid', 'desc')
    .limit(limit);
  return toCandidates(index.all(storeQuery.selectFrom(matches.as('found')).select(['row', toShown(scope)])));
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

/** With bigints: numbers are bound as REAL, and FTS5 would go through the matches of the whole index. */
const isWithin = ({ first, last }: RowRange) =>
  sql<boolean>`rowid BETWEEN ${BigInt(first)} AND ${BigInt(last)}`;

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
