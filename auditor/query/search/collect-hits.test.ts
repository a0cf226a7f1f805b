import { afterAll, expect, test } from 'vitest';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { toSearchScope } from '../_recorded/search-scope.ts';
import { createEventReader } from '../create-event-reader.ts';
import type { Candidate, ListCandidates } from './candidate.ts';
import { collectHits } from './collect-hits.ts';

const { index, close } = openRecordedIndex(['blocked-by-news']);
afterAll(close);

const maker = { ...toSearchScope(index, 'event:TIMER_FIRED'), index, read: createEventReader(index) };

/** Candidates 1, 2, 3, …, of which some have an event to show; in batches of a hundred. */
function listOf(count: number, shows: (at: number) => boolean): ListCandidates {
  return (after) => {
    const from = (after?.[0] ?? 0) + 1;
    const to = Math.min(from + 99, count);
    const candidates: Candidate[] = [];
    for (let at = from; at <= to; at += 1)
      candidates.push({ runPk: 1, eventIds: shows(at) ? [1 + (at % 100)] : [], place: [at] });
    return { candidates, isLast: to === count };
  };
}

test('a full page, the hits of its batch counted, and where it goes on', () => {
  const list = listOf(250, (at) => at % 2 === 0);
  const first = collectHits(maker, { list, after: undefined, limit: 10 });
  expect(first).toMatchObject({ items: { length: 10 }, hitCount: 50, isMore: true, next: [20] });
  const last = collectHits(maker, { list, after: [240], limit: 10 });
  expect(last).toMatchObject({ items: { length: 5 }, isMore: false });
  expect([last.next, last.hitCount]).toEqual([undefined, undefined]);
});

test('a page that needs several batches: all hits counted where the last of them is the end', () => {
  const page = collectHits(maker, { list: listOf(250, (at) => at % 10 === 0), after: undefined, limit: 22 });
  expect(page).toMatchObject({ items: { length: 22 }, hitCount: 25, isMore: false, scanned: 250 });
});

test('the last hit of the list has nothing after it', () => {
  const page = collectHits(maker, { list: listOf(20, (at) => at <= 5), after: undefined, limit: 5 });
  expect([page.items.length, page.next, page.hitCount]).toEqual([5, undefined, 5]);
});

test('what lets nothing through for long is given back short, to go on where it stopped', () => {
  const list = listOf(4_000, (at) => at > 1_500);
  const first = collectHits(maker, { list, after: undefined, limit: 3 });
  expect(first).toEqual({ items: [], scanned: 1_000, hitCount: 0, isMore: true, next: [1_000] });
  expect(collectHits(maker, { list, after: first.next, limit: 3 })).toMatchObject({
    items: { length: 3 },
    next: [1_503],
  });
});
