import { afterAll, expect, test } from 'vitest';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { toSearchScope } from '../_recorded/search-scope.ts';
import { openSearch, toDriver } from './open-search.ts';
import { parseSearch } from './parse-search.ts';

const { index, close } = openRecordedIndex(['normal-20-ticks', 'blocked-by-news']);
afterAll(close);

test.each([
  ['NVDA', 'words'],
  ['NVDA event:ACTIVITY_TASK_COMPLETED', 'words'],
  ['NVDA event:ACTIVITY_TASK_FAILED', 'events'],
  ['tick:3', 'events'],
  ['NVDA kind:signal', 'groups'],
  ['status:failed', 'groups'],
  ['status:answered', 'tools'],
  ['model:x status:unknown', 'tools'],
  ['model:x NVDA', 'models'],
  ['tool:x kind:model-call', 'models'],
  ['tool:x model:y', 'tools'],
  ['tool:x kind:activity', 'tools'],
  ['kind:tool-call', 'tools'],
])('%s: goes through %s', (text, driver) => {
  expect(toDriver(parseSearch(text))).toBe(driver);
});

test('few matches are weighed, and many when the search was begun so', () => {
  const scope = toSearchScope(index, 'NVDA');
  expect(openSearch(index, scope).weighed).toBe('("NVDA")');
  expect(openSearch(index, scope, 10).weighed).toBeUndefined();
  expect(openSearch(index, toSearchScope(index, 'kind:signal')).weighed).toBeUndefined();
});

test('words in groups, however many events say them', () => {
  const scope = toSearchScope(index, 'kind:activity NVDA');
  const shown = (most?: number) =>
    openSearch(index, scope, most)
      .list(undefined)
      .candidates.filter(({ eventIds }) => eventIds.length > 0);
  expect(shown().length).toBeGreaterThan(20);
  expect(shown(10)).toEqual(shown());
});
