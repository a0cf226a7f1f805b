import { idMember, isJsonList, member, numberMember, textMember } from '../base/json-members.ts';
import { toRecordedFailure } from '../base/recorded-failure.ts';
import type { Activity, RecordedFailure } from '../model/activity.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import { toLocalActivity } from './local-activity.ts';
import { isNexusEnd, toNexusOperation } from './nexus-operation.ts';

const CLOSING: Readonly<Record<string, Activity['outcome']>> = {
  ACTIVITY_TASK_COMPLETED: 'completed',
  ACTIVITY_TASK_FAILED: 'failed',
  ACTIVITY_TASK_TIMED_OUT: 'timed-out',
  ACTIVITY_TASK_CANCELED: 'canceled',
};

/**
 * Puts the events of each activity, local activity and Nexus operation together. An outcome whose first event is not among the events is
 * left out.
 *
 * Order: by first event.
 */
export function pairActivities(events: readonly DecodedEvent[]): readonly Activity[] {
  const parts = new Map<number, ActivityParts>();
  for (const event of events) {
    if (HEADS.has(event.eventType)) parts.set(event.eventId, { scheduled: event });
    else addPart(parts, event);
  }
  return [...parts.values()].flatMap((found) => toOwnKind(found) ?? []);
}

const HEADS: ReadonlySet<string> = new Set([
  'ACTIVITY_TASK_SCHEDULED',
  'NEXUS_OPERATION_SCHEDULED',
  'MARKER_RECORDED',
]);

type ActivityParts = { readonly scheduled: DecodedEvent; started?: DecodedEvent; closed?: DecodedEvent };

function addPart(parts: ReadonlyMap<number, ActivityParts>, event: DecodedEvent): void {
  const found = parts.get(idMember(event.attributes, 'scheduledEventId') ?? 0);
  if (!found) return;
  if (/^(?:ACTIVITY_TASK|NEXUS_OPERATION)_STARTED$/.test(event.eventType)) found.started = event;
  else if (Object.hasOwn(CLOSING, event.eventType) || isNexusEnd(event.eventType)) found.closed = event;
}

/** Absent when: a marker that is no local activity. */
function toOwnKind(parts: ActivityParts): Activity | undefined {
  switch (parts.scheduled.eventType) {
    case 'MARKER_RECORDED':
      return toLocalActivity(parts.scheduled);
    case 'NEXUS_OPERATION_SCHEDULED':
      return toNexusOperation(parts);
    default:
      return toActivity(parts);
  }
}

function toActivity({ scheduled, started, closed }: ActivityParts): Activity {
  const attempt = started && (numberMember(started.attributes, 'attempt') ?? 1);
  const lastFailure = toRecordedFailure(member(started?.attributes, 'lastFailure'));
  const workerIdentity = textMember(started?.attributes, 'identity');
  return {
    kind: 'activity',
    activityId: textMember(scheduled.attributes, 'activityId') ?? '',
    activityType: textMember(member(scheduled.attributes, 'activityType'), 'name') ?? 'unnamed activity',
    scheduled,
    outcome: (closed && CLOSING[closed.eventType]) ?? 'pending',
    input: toList(scheduled, 'input'),
    ...(started ? { started } : {}),
    ...(closed ? toClosedParts(scheduled, closed) : {}),
    ...(attempt === undefined ? {} : { attempt }),
    ...(lastFailure ? { lastFailure } : {}),
    ...(workerIdentity ? { workerIdentity } : {}),
  };
}

function toClosedParts(scheduled: DecodedEvent, closed: DecodedEvent) {
  const failure = toOwnFailure(closed);
  return {
    closed,
    ...(member(closed.attributes, 'result') === undefined ? {} : { result: toList(closed, 'result') }),
    ...(failure ? { failure } : {}),
    durationMs: Math.max(0, (closed.timeMicros - scheduled.timeMicros) / 1000),
  };
}

function toOwnFailure(closed: DecodedEvent): RecordedFailure | undefined {
  return toRecordedFailure(member(closed.attributes, 'failure'));
}

function toList(event: DecodedEvent, key: string): Activity['input'] {
  const value = member(event.attributes, key);
  return isJsonList(value) ? value : [];
}
