import { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import { storeQuery } from '../store/store-query.ts';
import { type Page, parseCursor, toCursor } from './cursor.ts';
import { findRunPk, type RunName } from './find-run-pk.ts';
import type { Index } from './open-index.ts';
import { parseEventType } from './parse-event-type.ts';

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
  /** Last event wanted. Absent when: to the end. */
  readonly toEventId?: number | undefined;
  /** Only events of this type, without the prefix. */
  readonly eventType?: string | undefined;
  /** Only events of this tick. */
  readonly tick?: number | undefined;
  /** At most 5,000. Absent when: 500. */
  readonly limit?: number | undefined;
};

/**
 * A window of one run's events. The next window starts at the last event + 1.
 *
 * Order: by event id. Throws: TickscopeError `run-not-indexed`.
 */
export function listEvents(index: Index, window: EventWindow): readonly EventSummary[] {
  const runPk = findRunPk(index, window);
  const rows = index.all(selectEvents(runPk, window));
  const ticks = listTicksOf(index, runPk, rows[0]?.event_id ?? 0, rows.at(-1)?.event_id ?? 0);
  let at = 0;
  return rows.map(({ event_id: eventId, event_type: eventType, event_time: eventTime }) => {
    while ((ticks[at]?.last_event_id ?? eventId) < eventId) at += 1;
    const tick = ticks[at];
    const isIn = tick !== undefined && tick.first_event_id <= eventId;
    return { eventId, eventType, eventTime, ...(isIn ? { tick: tick.tick } : {}) };
  });
}

function selectEvents(runPk: number, window: EventWindow) {
  const { fromEventId = 1, toEventId, eventType, tick, limit = 500 } = window;
  let query = storeQuery
    .selectFrom('event')
    .select(['event_id', 'event_type', 'event_time'])
    .where('run_pk', '=', runPk)
    .where('event_id', '>=', fromEventId)
    .orderBy('event_id')
    .limit(Math.min(Math.max(limit, 1), 5000));
  if (toEventId !== undefined) query = query.where('event_id', '<=', toEventId);
  if (eventType !== undefined) query = query.where('event_type', '=', eventType);
  if (tick === undefined) return query;
  const own = storeQuery.selectFrom('tick').where('tick.run_pk', '=', runPk).where('tick.tick', '=', tick);
  return query
    .where('event_id', '>=', own.select('tick.first_event_id'))
    .where('event_id', '<=', own.select('tick.last_event_id'));
}

/** Ticks that may hold these events, in their order: from the last one that begins at or before the first event. */
function listTicksOf(index: Index, runPk: number, firstEventId: number, lastEventId: number) {
  const own = storeQuery.selectFrom('tick').where('run_pk', '=', runPk);
  const start = index.first(
    own
      .select('first_event_id')
      .where('first_event_id', '<=', firstEventId)
      .orderBy('first_event_id', 'desc')
      .limit(1),
  );
  return index.all(
    own
      .select(['tick', 'first_event_id', 'last_event_id'])
      .where('first_event_id', '>=', start?.first_event_id ?? firstEventId)
      .where('first_event_id', '<=', lastEventId)
      .orderBy('first_event_id'),
  );
}

/**
 * The same as pages of at most 1,000 that a cursor joins.
 *
 * Throws: TickscopeError `run-not-indexed`; `wrong-usage` for a cursor of another list, or one beside `fromEventId`, an event type that
 * nothing has, a last event before the first.
 */
export function listEventPage(
  index: Index,
  { cursor, limit = 500, ...filter }: EventWindow & { readonly cursor?: string | undefined },
): Page<EventSummary> {
  const size = Math.min(Math.max(limit, 1), 1000);
  const type = filter.eventType === undefined ? undefined : parseEventType(index, filter.eventType);
  refuseBackwards(filter);
  const [fromEventId] = cursor === undefined ? [filter.fromEventId] : readPlace(cursor, filter.fromEventId);
  const events = listEvents(index, { ...filter, eventType: type, fromEventId, limit: size + 1 });
  const next = events[size];
  return next === undefined
    ? { items: events }
    : { items: events.slice(0, size), nextCursor: toCursor('events', [next.eventId]) };
}

function refuseBackwards({ fromEventId = 1, toEventId }: EventWindow): void {
  if (toEventId === undefined || fromEventId <= toEventId) return;
  const message = `There is nothing from event ${fromEventId} to event ${toEventId}: the first comes after the last.`;
  throw new TickscopeError('wrong-usage', message);
}

function readPlace(cursor: string, fromEventId: number | undefined): readonly [number] {
  if (fromEventId === undefined) return parseCursor('events', z.tuple([z.int()]), cursor);
  throw new TickscopeError('wrong-usage', 'Give a cursor or a first event, not both.');
}
