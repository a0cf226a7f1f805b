import { afterAll, expect, test } from 'vitest';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { toSearchScope } from '../_recorded/search-scope.ts';
import { findRanges, listByRanges } from './row-ranges.ts';

const { index, close } = openRecordedIndex(['normal-20-ticks', 'blocked-by-news']);
afterAll(close);
const find = (text: string) => findRanges(index, toSearchScope(index, text));

test('everywhere, in runs, in ticks: the newest run first', () => {
  expect(find('NVDA')).toEqual([{ first: 0, last: Number.MAX_SAFE_INTEGER }]);
  expect(find('workflow:normal-nvda')).toHaveLength(1);
  expect(find('workflow:nobody')).toEqual([]);
  const ticks = find('tick:3..4');
  expect(ticks).toHaveLength(2);
  expect(ticks[0]?.first).toBeGreaterThan(Number(ticks[1]?.last));
});

test('one after the other, until enough are found; from a row back', () => {
  const ranges = [
    { first: 3_000, last: 4_999 },
    { first: 10, last: 12 },
  ];
  const list = (before?: number) =>
    listByRanges(ranges, before, ({ first, last }, limit) => {
      const rows = Array.from({ length: Math.min(limit, last - first + 1) }, (_, at) => last - at);
      return rows.map((row) => ({ runPk: 1, eventIds: [row], place: [row] }));
    });
  expect(list()).toMatchObject({ isLast: false, candidates: { length: 1_000, 0: { place: [4_999] } } });
  expect(list(3_002).candidates.map(({ place }) => place[0])).toEqual([3_001, 3_000, 12, 11, 10]);
  expect(list(11)).toMatchObject({ isLast: true, candidates: [{ place: [10] }] });
});

test('after eight ranges with whatever they have; with nothing, on to the next', () => {
  const ranges = Array.from({ length: 30 }, (_, at) => ({ first: 1_000 - at, last: 1_000 - at }));
  const listIf = (has: (row: number) => boolean) => (range: { first: number }) =>
    has(range.first) ? [{ runPk: 1, eventIds: [range.first], place: [range.first] }] : [];
  const rows = ({ candidates }: ReturnType<typeof listByRanges>) => candidates.map(({ place }) => place[0]);
  const all = listByRanges(
    ranges,
    undefined,
    listIf(() => true),
  );
  expect([all.isLast, rows(all)]).toEqual([false, [1_000, 999, 998, 997, 996, 995, 994, 993]]);
  const late = listByRanges(
    ranges,
    undefined,
    listIf((row) => row === 980),
  );
  expect([late.isLast, rows(late)]).toEqual([false, [980]]);
  expect(
    listByRanges(
      ranges,
      980,
      listIf((row) => row === 980),
    ),
  ).toEqual({ candidates: [], isLast: true });
});
