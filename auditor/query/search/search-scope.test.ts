import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { storeQuery } from '../../store/store-query.ts';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { toSearchScope } from '../_recorded/search-scope.ts';
import { isBefore, isInTicks, toPassing, when } from './search-scope.ts';

const { index, close } = openRecordedIndex(['blocked-by-news']);
afterAll(close);

const RUN = sql<number>`run_pk`;
const EVENT = sql<number>`event_id`;
const read = <Value>(value: ReturnType<typeof sql<Value>>) =>
  index.all(storeQuery.selectFrom('event').select(value.as('value')).orderBy('event_id'));

test('an event passes by type and time, or is NULL', () => {
  const pass = (text: string) => read(toPassing(RUN, EVENT, toSearchScope(index, text)));
  expect(pass('x').every(({ value }, at) => value === at + 1)).toBe(true);
  const timers = pass('event:TIMER_STARTED').flatMap(({ value }) => value ?? []);
  expect(timers.length).toBeGreaterThan(0);
  expect(pass('event:TIMER_STARTED before:2020-01-01').every(({ value }) => value === null)).toBe(true);
});

test('an event lies in a tick or in none', () => {
  const inTicks = (text: string) =>
    read(isInTicks(RUN, EVENT, toSearchScope(index, text))).filter(({ value }) => value).length;
  expect(inTicks('tick:1..9999')).toBeGreaterThan(inTicks('tick:4'));
  expect(inTicks('tick:4')).toBeGreaterThan(5);
  expect(inTicks('tick:9999')).toBe(0);
});

test('places are compared as rows, and nothing asked for lets everything through', () => {
  const before = (place?: readonly number[]) =>
    read(isBefore(['run_pk', 'event_id'], place)).filter(({ value }) => value).length;
  expect(before([1, 5])).toBe(4);
  expect(before([2, 0])).toBe(before());
  expect(read(when(undefined, () => sql<boolean>`0`)).every(({ value }) => Number(value) === 1)).toBe(true);
});
