/** What an event can be about. */
export const SUBJECT_KINDS = [
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

export const SUBJECT_STATUSES = [
  'pending',
  'completed',
  'fired',
  'failed',
  'timed-out',
  'canceled',
  'terminated',
] as const;

/** How a subject stands after an event: still under way, or how it ended. */
export type SubjectStatus = (typeof SUBJECT_STATUSES)[number];

/** What one event type says of its subject. */
type SubjectRow = {
  readonly kind: SubjectKind;
  /** Member that names the event which began the subject. Absent when: this event did. */
  readonly headKey?: string;
  readonly status: SubjectStatus;
};

/**
 * Source: temporal.api.history.v1, the ids that each event type refers to. `startedEventId` of other types names something else.
 */
export const SUBJECT_ROWS: ReadonlyMap<string, SubjectRow> = new Map([
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
export const POINT_KINDS: ReadonlyMap<string, SubjectKind> = new Map([
  ['WORKFLOW_EXECUTION_SIGNALED', 'signal'],
  ['WORKFLOW_EXECUTION_UPDATE_ADMITTED', 'update'],
  ['WORKFLOW_EXECUTION_UPDATE_REJECTED', 'update'],
  ['WORKFLOW_PROPERTIES_MODIFIED', 'memo'],
  ['UPSERT_WORKFLOW_SEARCH_ATTRIBUTES', 'search-attributes'],
]);

type Rows = {
  readonly heads: readonly string[];
  readonly between?: readonly string[];
  readonly ends: readonly (readonly [string, SubjectStatus])[];
};

function toRows(kind: SubjectKind, headKey: string, { heads, between = [], ends }: Rows) {
  return [
    ...heads.map((type): [string, SubjectRow] => [type, { kind, status: 'pending' }]),
    ...between.map((type): [string, SubjectRow] => [type, { kind, headKey, status: 'pending' }]),
    ...ends.map(([type, status]): [string, SubjectRow] => [type, { kind, headKey, status }]),
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
