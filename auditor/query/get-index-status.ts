import { storeQuery } from '../store/store-query.ts';
import type { Index } from './open-index.ts';

/** How much the index holds, and how fresh it is. */
export type IndexStatus = {
  readonly runCount: number;
  readonly eventCount: number;
  /** Events that came a second time with other content. */
  readonly conflictCount: number;
  /** Changes whenever something was stored. */
  readonly dataVersion: number;
  /** RFC 3339, of the event that was stored last. Absent when: nothing is stored. */
  readonly newestEventTime?: string;
  /**
   * From that event's time (the server's clock) to its storing (this machine's clock). Absent when: no follower stored it, as it was
   * imported or pulled, or nothing is stored.
   */
  readonly lagMs?: number;
};

export function getIndexStatus(index: Index): IndexStatus {
  // A sum over runs: counting the rows of `event` would read the whole index.
  const counted = index.first(
    storeQuery
      .selectFrom('run')
      .select(({ fn }) => [
        fn.countAll<number>().as('runs'),
        fn.sum<number | null>('event_count').as('events'),
      ]),
  );
  const conflicts = index.first(
    storeQuery.selectFrom('event_conflict').select(({ fn }) => fn.countAll<number>().as('count')),
  );
  return {
    runCount: counted?.runs ?? 0,
    eventCount: counted?.events ?? 0,
    conflictCount: conflicts?.count ?? 0,
    dataVersion: index.dataVersion(),
    ...findNewest(index),
  };
}

function findNewest(index: Index): Pick<IndexStatus, 'newestEventTime' | 'lagMs'> {
  const newest = index.first(
    storeQuery
      .selectFrom('run')
      .select(['last_event_at', 'lag_micros', 'page_token'])
      .where('last_event_at', 'is not', null)
      .orderBy('pulled_at_micros', 'desc')
      .limit(1),
  );
  if (newest === undefined || newest.last_event_at === null) return {};
  const newestEventTime = newest.last_event_at;
  // Only a follower keeps where it goes on.
  if (newest.page_token === null || newest.lag_micros === null) return { newestEventTime };
  return { newestEventTime, lagMs: newest.lag_micros / 1000 };
}
