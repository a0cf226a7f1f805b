import { storeQuery } from '../store/store-query.ts';
import type { Index } from './open-index.ts';

/** Number of the tick that an event belongs to. Absent when: it belongs to none (yet). */
export function findTickOfEvent(index: Index, runPk: number, eventId: number): number | undefined {
  const row = index.first(
    storeQuery
      .selectFrom('tick')
      .select(['tick', 'last_event_id'])
      .where('run_pk', '=', runPk)
      .where('first_event_id', '<=', eventId)
      .orderBy('first_event_id', 'desc')
      .limit(1),
  );
  return row && row.last_event_id >= eventId ? row.tick : undefined;
}
