import { afterAll, expect, test } from 'vitest';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { toSearchScope } from '../_recorded/search-scope.ts';
import { listByRank, listByWords, listMatches, listMatchesWithin } from './list-words.ts';

const { index, close } = openRecordedIndex(['normal-20-ticks', 'blocked-by-news']);
afterAll(close);
const everywhere = { first: 0, last: Number.MAX_SAFE_INTEGER };

test('the same rows in no order, in a range, from the newest back, and by weight', () => {
  const rows = listMatches(index, '"NVDA"', 10_000).toSorted((a, b) => b - a);
  expect(rows.length).toBeGreaterThan(100);
  expect(listMatches(index, '"NVDA"', 7)).toHaveLength(7);
  const [last = 0, , first = 0] = rows;
  expect(listMatchesWithin(index, '"NVDA"', { first, last }).toSorted((a, b) => b - a)).toEqual(
    rows.slice(0, 3),
  );
  const scope = toSearchScope(index, 'NVDA');
  const newest = listByWords(index, { match: '"NVDA"', scope, range: everywhere, limit: 10_000 });
  expect(newest.map(({ place }) => place[0])).toEqual(rows);
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
