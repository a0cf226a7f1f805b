import { afterAll, expect, test } from 'vitest';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { toSearchScope } from '../_recorded/search-scope.ts';
import { listByRank, listByWords, listMatches, listMatchesWithin } from './list-words.ts';
import type { RowRange } from './row-ranges.ts';

const { index, close } = openRecordedIndex(['normal-20-ticks', 'blocked-by-news']);
afterAll(close);
const everywhere = { first: 0, last: Number.MAX_SAFE_INTEGER };

test('the same rows in no order, in a range, from the newest back, and by weight', () => {
  const rows = listMatches(index, '"NVDA"', 10_000).toSorted((a, b) => b - a);
  expect(rows.length).toBeGreaterThan(100);
  expect(listMatches(index, '"NVDA"', 7)).toHaveLength(7);
  const [last = 0, , first = 0] = rows;
  const within = (ranges: readonly RowRange[]) =>
    listMatchesWithin(index, '"NVDA"', ranges).toSorted((a, b) => b - a);
  expect(within([{ first, last }])).toEqual(rows.slice(0, 3));
  const oldest = rows.at(-1) ?? 0;
  expect(
    within([
      { first, last },
      { first: oldest, last: oldest },
    ]),
  ).toEqual([...rows.slice(0, 3), oldest]);
  expect(within([])).toEqual([]);
  const scope = toSearchScope(index, 'NVDA');
  const newest = listByWords(index, { match: '"NVDA"', scope, ranges: [everywhere], limit: 10_000 });
  expect(newest.map(({ place }) => place[0])).toEqual(rows);
  const ends = [rows[0] ?? 0, oldest].map((row) => ({ first: row, last: row }));
  const atEnds = (limit: number) =>
    listByWords(index, { match: '"NVDA"', scope, ranges: ends, limit }).map(({ place }) => place[0]);
  expect([atEnds(9), atEnds(1)]).toEqual([[rows[0], oldest], [rows[0]]]);
  const ranked = listByRank(index, '"NVDA"', scope).map(({ place }) => Number(place[0]));
  expect(ranked).not.toEqual(rows);
  expect(ranked.toSorted((a, b) => b - a)).toEqual(rows);
});

test('what a filter keeps back has no event to show', () => {
  const shown = (text: string) =>
    listByRank(index, '"NVDA"', toSearchScope(index, text)).flatMap(({ eventIds }) => eventIds);
  expect(shown('NVDA workflow:nobody')).toEqual([]);
  expect(shown('NVDA before:2020-01-01')).toEqual([]);
  expect(shown('NVDA tick:14').length).toBeGreaterThan(2);
  expect(shown('NVDA tick:14').length).toBeLessThan(shown('NVDA').length / 4);
});
