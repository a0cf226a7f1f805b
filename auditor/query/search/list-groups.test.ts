import { afterAll, expect, test } from 'vitest';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { toSearchScope } from '../_recorded/search-scope.ts';
import { listGroups } from './list-groups.ts';

const { index, close } = openRecordedIndex(['normal-20-ticks', 'blocked-by-news']);
afterAll(close);
const list = (text: string, after?: readonly number[]) =>
  listGroups(index, toSearchScope(index, text), after).candidates;

test('groups of a kind, from the newest back, going on after one of them', () => {
  const all = list('kind:timer');
  expect(all.length).toBeGreaterThan(5);
  expect(all.every(({ kind, eventIds }) => kind === 'timer' && eventIds.length > 0)).toBe(true);
  expect(list('kind:timer', all[1]?.place)).toEqual(all.slice(2));
});

test('common kinds and statuses too; what a tick keeps back has no event to show', () => {
  expect(list('kind:activity').length).toBeGreaterThan(50);
  expect(list('kind:signal status:failed')).toEqual([]);
  expect(list('status:canceled').every(({ status }) => status === 'canceled')).toBe(true);
  const shown = list('kind:activity tick:14').filter(({ eventIds }) => eventIds.length > 0);
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.length).toBeLessThan(20);
});
