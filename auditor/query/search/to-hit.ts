import { storeQuery } from '../../store/store-query.ts';
import type { Index } from '../open-index.ts';
import { readDecodedEvents } from '../read-decoded-events.ts';
import type { Candidate } from './candidates.ts';
import { type Excerpt, findExcerpt } from './find-excerpt.ts';
import { matchesField } from './match-field.ts';
import type { SearchQuery } from './search-query.ts';
import type { HitRun, SearchRuns } from './search-runs.ts';

/** An event that says what was looked for. */
export type SearchHit = HitRun & {
  /** Absent when: not derived yet. */
  readonly tick?: number;
  readonly eventId: number;
  /** Without the prefix: `ACTIVITY_TASK_COMPLETED`. */
  readonly eventType: string;
  /** RFC 3339. */
  readonly eventTime: string;
  /** Tool that a model had asked for. Absent when: the hit is no tool call. */
  readonly tool?: string;
  /** Of the call or group. Absent when: words alone were looked for. */
  readonly status?: string;
  readonly excerpt: Excerpt;
};

/** What a search asks of each candidate. */
export type Asked = {
  readonly query: SearchQuery;
  /** Whether an event says the words. Absent when: no words are asked for, or every candidate says them. */
  readonly says?: (runPk: number, eventId: number) => boolean;
  readonly runs: SearchRuns;
};

/** The hit that a candidate is. Absent when: a filter does not let it through. */
export function toHit(index: Index, candidate: Candidate, asked: Asked): SearchHit | undefined {
  const run = asked.runs.find(candidate.runPk);
  const eventId = run && findEvent(candidate, asked);
  if (run === undefined || eventId === undefined) return undefined;
  const row = readRow(index, candidate.runPk, eventId);
  if (row === undefined || !isWithin(row, asked.query)) return undefined;
  const tick = findTick(index, candidate.runPk, eventId);
  if (!isTickWanted(tick, asked.query) || !hasFields(index, candidate, asked.query)) return undefined;
  const [event] = readDecodedEvents(index, candidate.runPk, eventId, eventId);
  if (event === undefined) return undefined;
  return {
    ...run,
    ...(tick === undefined ? {} : { tick }),
    ...{ eventId, eventType: row.event_type, eventTime: row.event_time },
    ...(candidate.tool === undefined ? {} : { tool: candidate.tool.name }),
    ...(candidate.status === undefined ? {} : { status: candidate.status }),
    excerpt: findExcerpt(run.runId, event, asked.query.groups.flat()),
  };
}

/** The first of its events that says the words. Absent when: none of them does. */
function findEvent({ runPk, eventIds }: Candidate, { says }: Asked): number | undefined {
  return says === undefined ? eventIds[0] : eventIds.find((eventId) => says(runPk, eventId));
}

type EventRow = { readonly event_type: string; readonly event_time: string; readonly time_micros: number };

function readRow(index: Index, runPk: number, eventId: number): EventRow | undefined {
  return index.first(
    storeQuery
      .selectFrom('event')
      .select(['event_type', 'event_time', 'time_micros'])
      .where('run_pk', '=', runPk)
      .where('event_id', '=', eventId),
  );
}

function isWithin({ event_type: type, time_micros: micros }: EventRow, { filters }: SearchQuery): boolean {
  const { eventType = type, afterMicros = micros, beforeMicros = Number.POSITIVE_INFINITY } = filters;
  return type === eventType && micros >= afterMicros && micros < beforeMicros;
}

function findTick(index: Index, runPk: number, eventId: number): number | undefined {
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

function isTickWanted(tick: number | undefined, { filters: { ticks } }: SearchQuery): boolean {
  return ticks === undefined || (tick !== undefined && tick >= ticks.from && tick <= ticks.to);
}

/** Arguments or result: each condition is fulfilled by one of them. */
function hasFields(index: Index, { runPk, tool }: Candidate, { fields }: SearchQuery): boolean {
  if (fields.length === 0) return true;
  const ids = [tool?.argumentsEventId, tool?.resultEventId].flatMap((id) => id ?? []);
  const events = ids.flatMap((id) => readDecodedEvents(index, runPk, id, id));
  return fields.every((field) => events.some(({ attributes }) => matchesField(attributes, field)));
}
