import type { DecodedEvent } from '../model/history-event.ts';
import { idMember, member, numberMember, textMember } from './json-members.ts';
import { toMarkerSubject } from './marker-subject.ts';

const SUBJECT_KINDS = [
  'activity',
  'local-activity',
  'timer',
  'child',
  'signal-external',
  'cancel-external',
  'nexus-operation',
  'update',
  'workflow-task',
  'signal',
  'marker',
  'memo',
  'search-attributes',
  'workflow',
  'other',
] as const;

/** What an event is about. */
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const isSubjectKind = (text: string): text is SubjectKind =>
  SUBJECT_KINDS.some((kind) => kind === text);

/** How a subject stands after an event: still under way, or how it ended. */
export type SubjectStatus =
  | 'pending'
  | 'completed'
  | 'fired'
  | 'failed'
  | 'timed-out'
  | 'canceled'
  | 'terminated';

type Row = {
  readonly kind: SubjectKind;
  /** Member that names the event which began the subject. Absent when: this event did. */
  readonly headKey?: string;
  readonly status: SubjectStatus;
};

/**
 * Source: temporal.api.history.v1, the ids that each event type refers to. `startedEventId` of other types names something else.
 */
const ROWS: ReadonlyMap<string, Row> = new Map([
  ...toRows('activity', 'scheduledEventId', {
    heads: ['ACTIVITY_TASK_SCHEDULED'],
    between: ['ACTIVITY_TASK_STARTED', 'ACTIVITY_TASK_CANCEL_REQUESTED'],
    ends: toEnds('ACTIVITY_TASK'),
  }),
  ...toRows('nexus-operation', 'scheduledEventId', {
    heads: ['NEXUS_OPERATION_SCHEDULED'],
    between: [
      'NEXUS_OPERATION_STARTED',
      'NEXUS_OPERATION_CANCEL_REQUESTED',
      'NEXUS_OPERATION_CANCEL_REQUEST_COMPLETED',
      'NEXUS_OPERATION_CANCEL_REQUEST_FAILED',
    ],
    ends: toEnds('NEXUS_OPERATION'),
  }),
  ...toRows('workflow-task', 'scheduledEventId', {
    heads: ['WORKFLOW_TASK_SCHEDULED'],
    between: ['WORKFLOW_TASK_STARTED'],
    ends: toEnds('WORKFLOW_TASK'),
  }),
  ...toRows('child', 'initiatedEventId', {
    heads: ['START_CHILD_WORKFLOW_EXECUTION_INITIATED'],
    between: ['CHILD_WORKFLOW_EXECUTION_STARTED'],
    ends: [...toEnds('CHILD_WORKFLOW_EXECUTION'), ['START_CHILD_WORKFLOW_EXECUTION_FAILED', 'failed']],
  }),
  ...toRows('signal-external', 'initiatedEventId', {
    heads: ['SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED'],
    ends: [
      ['EXTERNAL_WORKFLOW_EXECUTION_SIGNALED', 'completed'],
      ['SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED', 'failed'],
    ],
  }),
  ...toRows('cancel-external', 'initiatedEventId', {
    heads: ['REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED'],
    ends: [
      ['EXTERNAL_WORKFLOW_EXECUTION_CANCEL_REQUESTED', 'completed'],
      ['REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED', 'failed'],
    ],
  }),
  ...toRows('timer', 'startedEventId', {
    heads: ['TIMER_STARTED'],
    ends: [
      ['TIMER_FIRED', 'fired'],
      ['TIMER_CANCELED', 'canceled'],
    ],
  }),
  ...toRows('update', 'acceptedEventId', {
    heads: ['WORKFLOW_EXECUTION_UPDATE_ACCEPTED'],
    ends: [['WORKFLOW_EXECUTION_UPDATE_COMPLETED', 'completed']],
  }),
]);

/** Events that stand alone: begun and over at once. */
const POINTS: ReadonlyMap<string, SubjectKind> = new Map([
  ['WORKFLOW_EXECUTION_SIGNALED', 'signal'],
  ['WORKFLOW_EXECUTION_UPDATE_ADMITTED', 'update'],
  ['WORKFLOW_EXECUTION_UPDATE_REJECTED', 'update'],
  ['WORKFLOW_PROPERTIES_MODIFIED', 'memo'],
  ['UPSERT_WORKFLOW_SEARCH_ATTRIBUTES', 'search-attributes'],
]);

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
  const row = ROWS.get(eventType);
  if (!row) return { kind: toPointKind(event), headEventId: eventId, status: toPointStatus(event) };
  const headEventId = row.headKey === undefined ? eventId : (idMember(attributes, row.headKey) ?? eventId);
  const failed = row.kind === 'update' && member(member(attributes, 'outcome'), 'failure') !== undefined;
  return { kind: row.kind, headEventId, status: failed ? 'failed' : row.status };
}

/** Name that an event gives to its subject. Absent when: another event of the subject has it. Hostile text of any length. */
export function findSubjectName(event: DecodedEvent): string | undefined {
  const { eventType, attributes, summary } = event;
  switch (eventType) {
    case 'ACTIVITY_TASK_SCHEDULED':
      return textMember(member(attributes, 'activityType'), 'name') ?? 'unnamed';
    case 'TIMER_STARTED':
      return summary ?? textMember(attributes, 'timerId') ?? 'unnamed';
    case 'START_CHILD_WORKFLOW_EXECUTION_INITIATED':
      return textMember(attributes, 'workflowId') ?? 'unnamed';
    case 'NEXUS_OPERATION_SCHEDULED':
      return textMember(attributes, 'operation') ?? 'unnamed';
    case 'SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED':
    case 'WORKFLOW_EXECUTION_SIGNALED':
      return textMember(attributes, 'signalName') ?? 'unnamed';
    case 'REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED':
      return textMember(member(attributes, 'workflowExecution'), 'workflowId') ?? 'unnamed';
    case 'MARKER_RECORDED':
      return toMarkerSubject(event).name;
    case 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED':
    case 'WORKFLOW_EXECUTION_UPDATE_ADMITTED':
    case 'WORKFLOW_EXECUTION_UPDATE_REJECTED':
      return findUpdateName(event);
    case 'WORKFLOW_PROPERTIES_MODIFIED':
      return listKeys(member(member(attributes, 'upsertedMemo'), 'fields'));
    case 'UPSERT_WORKFLOW_SEARCH_ATTRIBUTES':
      return listKeys(member(member(attributes, 'searchAttributes'), 'indexedFields'));
    default:
      return undefined;
  }
}

/** Attempt that an event speaks of. Absent when: it names none. */
export function findAttempt(event: DecodedEvent): number | undefined {
  const ofMarker = event.eventType === 'MARKER_RECORDED' ? toMarkerSubject(event).attempt : undefined;
  return ofMarker ?? numberMember(event.attributes, 'attempt');
}

type Rows = {
  readonly heads: readonly string[];
  readonly between?: readonly string[];
  readonly ends: readonly (readonly [string, SubjectStatus])[];
};

function toRows(kind: SubjectKind, headKey: string, { heads, between = [], ends }: Rows) {
  return [
    ...heads.map((type): [string, Row] => [type, { kind, status: 'pending' }]),
    ...between.map((type): [string, Row] => [type, { kind, headKey, status: 'pending' }]),
    ...ends.map(([type, status]): [string, Row] => [type, { kind, headKey, status }]),
  ];
}

function toEnds(prefix: string): readonly (readonly [string, SubjectStatus])[] {
  return [
    [`${prefix}_COMPLETED`, 'completed'],
    [`${prefix}_FAILED`, 'failed'],
    [`${prefix}_TIMED_OUT`, 'timed-out'],
    [`${prefix}_CANCELED`, 'canceled'],
    [`${prefix}_TERMINATED`, 'terminated'],
  ];
}

function toPointKind(event: DecodedEvent): SubjectKind {
  const { eventType } = event;
  if (eventType === 'MARKER_RECORDED') return toMarkerSubject(event).kind;
  return POINTS.get(eventType) ?? (eventType.startsWith('WORKFLOW_EXECUTION_') ? 'workflow' : 'other');
}

function toPointStatus({ eventType, attributes }: DecodedEvent): SubjectStatus {
  if (eventType.endsWith('_TIMED_OUT')) return 'timed-out';
  if (eventType.endsWith('_CANCELED')) return 'canceled';
  if (eventType.endsWith('_TERMINATED')) return 'terminated';
  return eventType.endsWith('_FAILED') || member(attributes, 'failure') !== undefined
    ? 'failed'
    : 'completed';
}

function findUpdateName({ attributes }: DecodedEvent): string {
  const request = ['acceptedRequest', 'request', 'rejectedRequest'].find(
    (key) => member(attributes, key) !== undefined,
  );
  const input = member(request === undefined ? undefined : member(attributes, request), 'input');
  return textMember(input, 'name') ?? textMember(attributes, 'protocolInstanceId') ?? 'without a name';
}

function listKeys(fields: DecodedEvent['attributes'][string] | undefined): string {
  return Object.keys(Object(fields ?? {})).join(', ');
}
