import { afterAll, expect, test } from 'vitest';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { toSearchScope } from '../_recorded/search-scope.ts';
import { listEvents } from './list-events.ts';
import type { RowRange } from './row-ranges.ts';

const { index, close } = openRecordedIndex(['normal-20-ticks', 'blocked-by-news']);
afterAll(close);
const everywhere = { first: 0, last: Number.MAX_SAFE_INTEGER };
const list = (text: string, range: RowRange | readonly RowRange[] = everywhere, limit = 5_000) =>
  listEvents(index, toSearchScope(index, text), [range].flat(), limit);

test('events of a type, rare or common, from the newest back', () => {
  const timers = list('event:TIMER_FIRED');
  expect(timers.length).toBeGreaterThan(5);
  const rows = timers.map(({ place }) => Number(place[0]));
  expect(rows).toEqual(rows.toSorted((a, b) => b - a));
  expect(list('event:WORKFLOW_TASK_STARTED').length).toBeGreaterThan(50);
  expect(list('event:TIMER_FIRED', everywhere, 2)).toEqual(timers.slice(0, 2));
});

test('both ends of a range belong to it', () => {
  const [newest, second, third] = list('event:TIMER_FIRED');
  const range = { first: third?.place[0] ?? 0, last: second?.place[0] ?? 0 };
  expect(list('event:TIMER_FIRED', range)).toEqual([second, third]);
  expect(newest?.runPk).toBeGreaterThan(0);
});

test('several ranges at once, of several runs', () => {
  const all = list('event:TIMER_FIRED');
  const ranges = [2, 5, all.length - 1].map((at) => {
    const row = Number(all[at]?.place[0]);
    return { first: row - 1, last: row };
  });
  expect(list('event:TIMER_FIRED', ranges)).toEqual([all[2], all[5], all.at(-1)]);
  expect(list('event:TIMER_FIRED', ranges, 2)).toEqual([all[2], all[5]]);
  expect(new Set([all[2], all.at(-1)].map((one) => one?.runPk)).size).toBe(2);
});

test('by tick, workflow and time', () => {
  const inTick = list('tick:14').length;
  expect(inTick).toBeGreaterThan(10);
  expect(inTick).toBeLessThan(60);
  expect(new Set(list('workflow:normal-nvda').map(({ runPk }) => runPk)).size).toBe(1);
  expect(list('event:TIMER_FIRED before:2020-01-01').flatMap(({ eventIds }) => eventIds)).toEqual([]);
});
