import { afterAll, expect, test } from 'vitest';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { toSearchScope } from '../_recorded/search-scope.ts';
import { findRanges, listByRanges, type RowRange } from './row-ranges.ts';

const { index, close } = openRecordedIndex(['normal-20-ticks', 'blocked-by-news']);
afterAll(close);
const EVERY_ROW = Number.MAX_SAFE_INTEGER;
const find = (text: string, end = EVERY_ROW) => findRanges(index, toSearchScope(index, text), end).ranges;

test('everywhere, in runs, in ticks: the newest run first', () => {
  expect(find('NVDA')).toEqual([{ first: 0, last: EVERY_ROW }]);
  expect(find('NVDA', 77)).toEqual([{ first: 0, last: 77 }]);
  expect(find('workflow:normal-nvda')).toHaveLength(1);
  expect(find('workflow:nobody')).toEqual([]);
  const ticks = find('tick:3..4');
  expect(ticks).toHaveLength(2);
  expect(ticks[0]?.first).toBeGreaterThan(Number(ticks[1]?.last));
  const [newest, oldest] = ticks;
  const cutAt = Number(newest?.first) + 3;
  expect(find('tick:3..4', cutAt)).toEqual([{ first: newest?.first, last: cutAt }, oldest]);
  expect(find('tick:3..4', Number(newest?.first) - 1)).toEqual([oldest]);
});

const toCandidate = (row: number) => ({ runPk: 1, eventIds: [row], place: [row] });

/** Lists every row of its ranges that is let through, and notes how many ranges it was given. */
function createList(passes: (row: number) => boolean = () => true) {
  const asked: number[] = [];
  const list = (ranges: readonly RowRange[], limit: number) => {
    asked.push(ranges.length);
    const rows = ranges.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, at) => last - at),
    );
    return rows.filter(passes).slice(0, limit).map(toCandidate);
  };
  return { asked, list };
}

/** Gives a few of the ranges at a time, as an index of many runs does. */
const findAmong =
  (ranges: readonly RowRange[], atOnce = 100) =>
  (end: number) => {
    const before = ranges
      .filter(({ first }) => first <= end)
      .map(({ first, last }) => ({ first, last: Math.min(last, end) }));
    return { ranges: before.slice(0, atOnce), isLast: before.length <= atOnce };
  };

const toRows = ({ candidates }: ReturnType<typeof listByRanges>) => candidates.map(({ place }) => place[0]);

test('one after the other, until one has something; from a row back', () => {
  const ranges = [
    { first: 3_000, last: 5_999 },
    { first: 10, last: 12 },
  ];
  const { list } = createList();
  const first = listByRanges(findAmong(ranges), undefined, list);
  expect([first.isLast, toRows(first).length, toRows(first)[0]]).toEqual([false, 1_000, 5_999]);
  const second = listByRanges(findAmong(ranges), 3_002, list);
  expect([second.isLast, toRows(second)]).toEqual([true, [3_001, 3_000, 12, 11, 10]]);
  expect(listByRanges(findAmong(ranges), 11, list)).toEqual({ candidates: [toCandidate(10)], isLast: true });
  expect(listByRanges(findAmong(ranges), 10, list)).toEqual({ candidates: [], isLast: true });
});

test('short ranges together, up to 64 of them or 2,000 rows', () => {
  const ranges = Array.from({ length: 150 }, (_, at) => ({ first: 10_000 - at, last: 10_000 - at }));
  const late = createList((row) => row === 9_870);
  expect(toRows(listByRanges(findAmong(ranges), undefined, late.list))).toEqual([9_870]);
  expect(late.asked).toEqual([64, 36, 50]);
  const long = Array.from({ length: 5 }, (_, at) => ({ first: 90_000 - at * 900, last: 90_899 - at * 900 }));
  const none = createList(() => false);
  expect(listByRanges(findAmong(long), undefined, none.list)).toEqual({ candidates: [], isLast: true });
  expect(none.asked).toEqual([2, 2, 1]);
});
