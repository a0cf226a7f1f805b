import { sql } from 'kysely';
import { fromSearchRow, toSearchRange, toSearchRow } from '../../store/search-row.ts';
import { storeQuery } from '../../store/store-query.ts';
import type { Index } from '../open-index.ts';
import type { Batch, Candidate } from './candidate.ts';
import type { SearchScope } from './search-scope.ts';

/** Events by their rows in the full-text table, both ends included. */
export type RowRange = { readonly first: number; readonly last: number };

/** Events that are gone through at once: what it costs to begin is more than what one of them costs. */
const BATCH = 1_000;

/** Short ranges are gone through together: to begin one alone would cost as much as many events of it. */
const MOST_TOGETHER = 64;
const MOST_ROWS_TOGETHER = 2_000;

const EVERYWHERE: RowRange = { first: 0, last: Number.MAX_SAFE_INTEGER };

/** So many ranges are looked up at once: an index may have a hundred thousand runs with a tick of this number. */
const MOST_RANGES = 500;

/** Where hits may be before a row, as far as they are looked up at once. */
export type Ranges = { readonly ranges: readonly RowRange[]; readonly isLast: boolean };

/** In the ticks that are asked for, in a few runs, or anywhere. `end` is the last row. Order: the newest run first, one range each. */
export function findRanges(index: Index, { query, runs }: SearchScope, end: number): Ranges {
  const { ticks } = query.filters;
  if (ticks === undefined) {
    const all = runs.few?.toSorted((a, b) => b - a).map((runPk) => toSearchRange(runPk)) ?? [EVERYWHERE];
    return { ranges: cut(all, end), isLast: true };
  }
  const rows = storeQuery
    .selectFrom('run')
    .innerJoin('tick', 'tick.run_pk', 'run.id')
    .select(({ fn }) => [
      'run.id',
      fn.min<number>('first_event_id').as('first'),
      fn.max<number>('last_event_id').as('last'),
    ])
    .where('run.id', '<=', fromSearchRow(end).runPk)
    .where('tick.tick', '>=', ticks.from)
    .where('tick.tick', '<=', ticks.to)
    .where(runs.isAmong(sql.ref('run.id')))
    .groupBy('run.id')
    .orderBy('run.id', 'desc')
    .limit(MOST_RANGES);
  const found = index.all(rows);
  const ranges = found.map(({ id, first, last }) => ({
    ...{ first: toSearchRow(id, first), last: toSearchRow(id, last) },
  }));
  return { ranges: cut(ranges, end), isLast: found.length < MOST_RANGES };
}

const cut = (ranges: readonly RowRange[], end: number): readonly RowRange[] =>
  ranges.filter(({ first }) => first <= end).map(({ first, last }) => ({ first, last: Math.min(last, end) }));

/** Goes through ranges from a row back, until some have something. `list` gives the newest of its ranges, as many as a batch holds. */
export function listByRanges(
  find: (end: number) => Ranges,
  before: number | undefined,
  list: (ranges: readonly RowRange[], limit: number) => readonly Candidate[],
): Batch {
  let found = find((before ?? EVERYWHERE.last) - 1);
  let left = found.ranges;
  for (;;) {
    const together = takeTogether(left);
    left = left.slice(together.length);
    const candidates = together.length === 0 ? [] : list(together, BATCH);
    const isLast = found.isLast && left.length === 0 && candidates.length < BATCH;
    if (isLast || candidates.length > 0) return { candidates, isLast };
    if (left.length > 0) continue;
    found = find((together.at(-1)?.first ?? 0) - 1);
    left = found.ranges;
  }
}

/** The first of the ranges, and those after it that are short enough. */
function takeTogether(ranges: readonly RowRange[]): readonly RowRange[] {
  let rows = 0;
  const end = ranges.findIndex(({ first, last }, at) => {
    rows += last - first + 1;
    return at > 0 && (at >= MOST_TOGETHER || rows > MOST_ROWS_TOGETHER);
  });
  return end === -1 ? ranges : ranges.slice(0, end);
}
