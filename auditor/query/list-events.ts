import { storeQuery } from '../store/store-query.ts';
import { findRunPk, type RunName } from './find-run-pk.ts';
import type { Index } from './open-index.ts';

/** An event as lists show it, without its content. */
export type EventSummary = {
  readonly eventId: number;
  /** Without the prefix: `ACTIVITY_TASK_SCHEDULED`. */
  readonly eventType: string;
  /** RFC 3339 with every digit the server gave. */
  readonly eventTime: string;
  /** Absent when: not derived yet. */
  readonly tick?: number;
};

export type EventWindow = RunName & {
  /** First event wanted. Absent when: 1. */
  readonly fromEventId?: number | undefined;
  /** At most 5,000. Absent when: 500. */
  readonly limit?: number | undefined;
};

/**
 * A window of one run's events. The next window starts at the last event + 1.
 *
 * Order: by event id. Throws: TickscopeError `run-not-indexed`.
 */
export function listEvents(index: Index, window: EventWindow): readonly EventSummary[] {
  const { fromEventId = 1, limit = 500 } = window;
  return index
    .all(
      storeQuery
        .selectFrom('event')
        .leftJoin('tick', (join) =>
          join
            .onRef('tick.run_pk', '=', 'event.run_pk')
            .onRef('tick.first_event_id', '<=', 'event.event_id')
            .onRef('tick.last_event_id', '>=', 'event.event_id'),
        )
        .select(['event.event_id', 'event.event_type', 'event.event_time', 'tick.tick'])
        .where('event.run_pk', '=', findRunPk(index, window))
        .where('event.event_id', '>=', fromEventId)
        .orderBy('event.event_id')
        .limit(Math.min(Math.max(limit, 1), 5000)),
    )
    .map((row) => ({
      eventId: row.event_id,
      eventType: row.event_type,
      eventTime: row.event_time,
      ...(row.tick === null ? {} : { tick: row.tick }),
    }));
}
