import { afterAll, expect, test } from 'vitest';
import { fromSearchRow } from '../../store/search-row.ts';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { listMatches } from './list-words.ts';
import { keepAmong, keepSaying } from './said-words.ts';

const { index, close } = openRecordedIndex(['normal-20-ticks', 'blocked-by-news']);
afterAll(close);

test('asking for a stretch of events, or looking up a list, keeps the same events', () => {
  const rows = listMatches(index, '"NVDA"', 10_000);
  const runs = [...new Set(rows.map((row) => fromSearchRow(row).runPk))];
  const candidates = runs.flatMap((runPk) =>
    Array.from({ length: 120 }, (_, at) => ({ runPk, eventIds: [at + 1, at + 2], place: [] })),
  );
  const said = keepSaying(index, '"NVDA"', 'saying')(candidates);
  expect(said).toEqual(keepAmong(new Set(rows))(candidates));
  const notSaid = keepSaying(index, '"NVDA"', 'not-saying')(candidates);
  const count = (list: typeof candidates | typeof said) => list.flatMap(({ eventIds }) => eventIds).length;
  expect(count(said)).toBeGreaterThan(20);
  expect(count(said) + count(notSaid)).toBe(count(candidates));
});

test('candidates without events stay without', () => {
  expect(keepSaying(index, '"NVDA"', 'saying')([{ runPk: 1, eventIds: [], place: [] }])).toMatchObject([
    { eventIds: [] },
  ]);
});
