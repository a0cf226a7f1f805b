import type { DecodedEvent } from '../model/history-event.ts';
import { idMember, member, numberMember } from './json-members.ts';
import { toMarkerSubject } from './marker-subject.ts';
import { POINT_KINDS, SUBJECT_ROWS, type SubjectKind, type SubjectStatus } from './subject-rows.ts';

/**
 * What an event is about: an activity, a timer, a child, … and which event began it. An event type that is not known stands alone.
 */
export function toSubject(event: DecodedEvent): {
  readonly kind: SubjectKind;
  /** Event that began the subject; the event itself where it does. */
  readonly headEventId: number;
  readonly status: SubjectStatus;
} {
  const { eventType, eventId, attributes } = event;
  const row = SUBJECT_ROWS.get(eventType);
  if (!row) return { kind: toPointKind(event), headEventId: eventId, status: toPointStatus(event) };
  const headEventId = row.headKey === undefined ? eventId : (idMember(attributes, row.headKey) ?? eventId);
  const failed = row.kind === 'update' && member(member(attributes, 'outcome'), 'failure') !== undefined;
  return { kind: row.kind, headEventId, status: failed ? 'failed' : row.status };
}

/** Attempt that an event speaks of. Absent when: it names none. */
export function findAttempt(event: DecodedEvent): number | undefined {
  const ofMarker = event.eventType === 'MARKER_RECORDED' ? toMarkerSubject(event).attempt : undefined;
  return ofMarker ?? numberMember(event.attributes, 'attempt');
}

function toPointKind(event: DecodedEvent): SubjectKind {
  const { eventType } = event;
  if (eventType === 'MARKER_RECORDED') return toMarkerSubject(event).kind;
  return POINT_KINDS.get(eventType) ?? (eventType.startsWith('WORKFLOW_EXECUTION_') ? 'workflow' : 'other');
}

function toPointStatus({ eventType, attributes }: DecodedEvent): SubjectStatus {
  if (eventType.endsWith('_TIMED_OUT')) return 'timed-out';
  if (eventType.endsWith('_CANCELED')) return 'canceled';
  if (eventType.endsWith('_TERMINATED')) return 'terminated';
  return eventType.endsWith('_FAILED') || member(attributes, 'failure') !== undefined
    ? 'failed'
    : 'completed';
}
