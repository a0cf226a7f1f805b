import { findAttempt, toSubject } from '../base/event-subject.ts';
import { toTypeWords } from '../base/event-type-words.ts';
import { findSubjectName } from '../base/subject-name.ts';
import type { SubjectKind, SubjectStatus } from '../base/subject-rows.ts';
import { parseTimeMicros } from '../base/units.ts';
import type { DecodedEvent } from '../model/history-event.ts';

// Names come from outside; lists show no more of them, and the event has the rest.
const LONGEST_NAME = 200;
const LONGEST_SUMMARY = 400;

/** Events that can come after their group has ended, when nobody waits for them: they neither change it nor begin it again. */
const LATE: ReadonlySet<string> = new Set([
  'NEXUS_OPERATION_CANCEL_REQUEST_COMPLETED',
  'NEXUS_OPERATION_CANCEL_REQUEST_FAILED',
]);

/** All events about one thing: an activity with its attempts, a timer, a child workflow, a signal, one workflow task. */
export type EventGroup = {
  readonly firstEventId: number;
  readonly lastEventId: number;
  readonly kind: SubjectKind;
  /** Activity type, timer, child's workflow id, signal, … Hostile text, bounded. */
  readonly name: string;
  /** By the newest event. */
  readonly status: SubjectStatus;
  /** Of the last attempt. Absent when: no event names one. */
  readonly attempt?: number;
  /** Time of the first event, RFC 3339. */
  readonly startedAt: string;
  /** To the newest event. Absent when: pending, or a point in time. */
  readonly durationMs?: number;
  /** Given by the workflow's author. Absent when: none. */
  readonly summary?: string;
};

/**
 * Puts events into groups by the ids that they refer to, as far as they belong together by Temporal's rules.
 *
 * `open` are the groups that were pending before these events. Returns every group that is new or has changed; an event whose first one is
 * not known begins a group under that id, named after it.
 *
 * Order: by `firstEventId`. Costs as much as there are events and open groups.
 */
export function listEventGroups(
  events: readonly DecodedEvent[],
  open: readonly EventGroup[],
): readonly EventGroup[] {
  const before = new Map(open.map((group) => [group.firstEventId, group]));
  const changed = new Map<number, EventGroup>();
  for (const event of events) {
    const { headEventId } = toSubject(event);
    const group = changed.get(headEventId) ?? before.get(headEventId);
    if (LATE.has(event.eventType) && group?.status !== 'pending') continue;
    changed.set(headEventId, group ? toGrown(group, event) : toNew(event));
  }
  return [...changed.values()].sort((a, b) => a.firstEventId - b.firstEventId);
}

function toNew(event: DecodedEvent): EventGroup {
  const { eventId, eventTime, summary } = event;
  const { kind, headEventId, status } = toSubject(event);
  const attempt = findAttempt(event);
  const name =
    findSubjectName(event) ??
    (headEventId === eventId ? toTypeWords(event.eventType) : `event ${headEventId}`);
  return {
    firstEventId: headEventId,
    lastEventId: eventId,
    kind,
    name: name.slice(0, LONGEST_NAME),
    status,
    startedAt: eventTime,
    ...(attempt === undefined ? {} : { attempt }),
    ...(summary === undefined ? {} : { summary: summary.slice(0, LONGEST_SUMMARY) }),
  };
}

function toGrown(group: EventGroup, event: DecodedEvent): EventGroup {
  const { status } = toSubject(event);
  const attempt = findAttempt(event) ?? group.attempt;
  const grown = { ...group, lastEventId: event.eventId, ...(attempt === undefined ? {} : { attempt }) };
  // What has ended stays ended: a request to cancel may be answered later.
  if (status === 'pending' || group.status !== 'pending') return grown;
  const durationMs = Math.max(0, (event.timeMicros - parseTimeMicros(group.startedAt)) / 1000);
  return { ...grown, status, durationMs };
}
