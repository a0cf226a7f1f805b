import { sql } from 'kysely';
import { toSearchRange, toSearchRow } from '../../store/search-row.ts';
import { storeQuery } from '../../store/store-query.ts';
import type { Index } from '../open-index.ts';
import type { Batch, Candidate } from './candidate.ts';
import type { SearchScope } from './search-scope.ts';

/** Events by their rows in the full-text table, both ends included. */
export type RowRange = { readonly first: number; readonly last: number };

/** Events that are gone through at once: what it costs to begin is more than what one of them costs. */
const BATCH = 1_000;

/** So many ranges are looked into for a batch that has something: each costs as much as many events of one. */
const MOST_RANGES = 8;

const EVERYWHERE: RowRange = { first: 0, last: Number.MAX_SAFE_INTEGER };

/** Where hits may be: in the ticks that are asked for, in a few runs, or anywhere. Order: the newest run first, one range each. */
export function findRanges(index: Index, { query, runs }: SearchScope): readonly RowRange[] {
  const { ticks } = query.filters;
  if (ticks === undefined) {
    return runs.few?.toSorted((a, b) => b - a).map((runPk) => toSearchRange(runPk)) ?? [EVERYWHERE];
  }
  const rows = storeQuery
    .selectFrom('run')
    .innerJoin('tick', 'tick.run_pk', 'run.id')
    .select(({ fn }) => [
      'run.id',
      fn.min<number>('first_event_id').as('first'),
      fn.max<number>('last_event_id').as('last'),
    ])
    .where('tick.tick', '>=', ticks.from)
    .where('tick.tick', '<=', ticks.to)
    .where(runs.isAmong(sql.ref('run.id')))
    .groupBy('run.id')
    .orderBy('run.id', 'desc');
  return index
    .all(rows)
    .map(({ id, first, last }) => ({ first: toSearchRow(id, first), last: toSearchRow(id, last) }));
}

/** Goes through ranges from a row back, until a batch is full, or has something after many ranges. */
export function listByRanges(
  ranges: readonly RowRange[],
  before: number | undefined,
  list: (range: RowRange, limit: number) => readonly Candidate[],
): Batch {
  const candidates: Candidate[] = [];
  const end = (before ?? EVERYWHERE.last) - 1;
  for (const [at, { first, last }] of ranges.filter((range) => range.first <= end).entries()) {
    if (at >= MOST_RANGES && candidates.length > 0) return { candidates, isLast: false };
    candidates.push(...list({ first, last: Math.min(last, end) }, BATCH - candidates.length));
    if (candidates.length >= BATCH) return { candidates, isLast: false };
  }
  return { candidates, isLast: true };
}
