import { afterAll, expect, test } from 'vitest';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { toSearchScope } from '../_recorded/search-scope.ts';
import { listEvents } from './list-events.ts';

const { index, close } = openRecordedIndex(['normal-20-ticks', 'blocked-by-news']);
afterAll(close);
const everywhere = { first: 0, last: Number.MAX_SAFE_INTEGER };
const list = (text: string, range = everywhere, limit = 5_000) =>
  listEvents(index, toSearchScope(index, text), range, limit);

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

test('by tick, workflow and time', () => {
  const inTick = list('tick:14').length;
  expect(inTick).toBeGreaterThan(10);
  expect(inTick).toBeLessThan(60);
  expect(new Set(list('workflow:normal-nvda').map(({ runPk }) => runPk)).size).toBe(1);
  expect(list('event:TIMER_FIRED before:2020-01-01').flatMap(({ eventIds }) => eventIds)).toEqual([]);
});
