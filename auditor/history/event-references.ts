/** What a field that holds an event id may name. */
export type Reference = {
  readonly field: string;
  /** Type of the event that it names. */
  readonly to: string;
};

/** What an event says of others of its run. */
export type References = {
  readonly fields: readonly Reference[];
  /** What it does to the event that its first field names, and what happens to each once. Absent when: nothing of the kind. */
  readonly does?: 'starts' | 'closes';
  /** Whether every server writes the first field. */
  readonly isFirstNeeded: boolean;
};

/** Names the event that started what is closed, beside the one that scheduled it. */
export const STARTED = 'startedEventId';

/** Temporal's time-skipping test server leaves its first field out: it goes by the update's id alone. */
export const UPDATE_COMPLETED = 'WORKFLOW_EXECUTION_UPDATE_COMPLETED';

const COMMAND: Reference = { field: 'workflowTaskCompletedEventId', to: 'WORKFLOW_TASK_COMPLETED' };

/** Something that is scheduled or initiated, then perhaps started, then closed. */
type Course = {
  readonly head: Reference;
  /** Absent when: nothing starts it. */
  readonly start?: string;
  readonly closes: readonly string[];
  /** Absent when: a workflow task asked for it, and the event that is its head names that task. */
  readonly isAskedFrom?: 'outside';
};

const COURSES: readonly Course[] = [
  {
    head: { field: 'scheduledEventId', to: 'WORKFLOW_TASK_SCHEDULED' },
    start: 'WORKFLOW_TASK_STARTED',
    closes: toTypes('WORKFLOW_TASK', ['COMPLETED', 'FAILED', 'TIMED_OUT']),
    isAskedFrom: 'outside',
  },
  {
    head: { field: 'scheduledEventId', to: 'ACTIVITY_TASK_SCHEDULED' },
    start: 'ACTIVITY_TASK_STARTED',
    closes: toTypes('ACTIVITY_TASK', ['COMPLETED', 'FAILED', 'TIMED_OUT', 'CANCELED']),
  },
  { head: { field: STARTED, to: 'TIMER_STARTED' }, closes: toTypes('TIMER', ['FIRED', 'CANCELED']) },
  {
    head: { field: 'initiatedEventId', to: 'START_CHILD_WORKFLOW_EXECUTION_INITIATED' },
    start: 'CHILD_WORKFLOW_EXECUTION_STARTED',
    closes: [
      'START_CHILD_WORKFLOW_EXECUTION_FAILED',
      ...toTypes('CHILD_WORKFLOW_EXECUTION', ['COMPLETED', 'FAILED', 'CANCELED', 'TIMED_OUT', 'TERMINATED']),
    ],
  },
  {
    head: { field: 'scheduledEventId', to: 'NEXUS_OPERATION_SCHEDULED' },
    start: 'NEXUS_OPERATION_STARTED',
    closes: toTypes('NEXUS_OPERATION', ['COMPLETED', 'FAILED', 'CANCELED', 'TIMED_OUT']),
  },
  {
    head: { field: 'requestedEventId', to: 'NEXUS_OPERATION_CANCEL_REQUESTED' },
    closes: toTypes('NEXUS_OPERATION_CANCEL_REQUEST', ['COMPLETED', 'FAILED']),
  },
  {
    head: { field: 'initiatedEventId', to: 'SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED' },
    closes: ['EXTERNAL_WORKFLOW_EXECUTION_SIGNALED', 'SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED'],
  },
  {
    head: { field: 'initiatedEventId', to: 'REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED' },
    closes: [
      'EXTERNAL_WORKFLOW_EXECUTION_CANCEL_REQUESTED',
      'REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED',
    ],
  },
  {
    head: { field: 'acceptedEventId', to: 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED' },
    closes: [UPDATE_COMPLETED],
    isAskedFrom: 'outside',
  },
];

/** What else names an event. */
const MORE: readonly (readonly [type: string, reference: Reference])[] = [
  ['ACTIVITY_TASK_CANCEL_REQUESTED', { field: 'scheduledEventId', to: 'ACTIVITY_TASK_SCHEDULED' }],
  ['ACTIVITY_TASK_CANCELED', { field: 'latestCancelRequestedEventId', to: 'ACTIVITY_TASK_CANCEL_REQUESTED' }],
  ['ACTIVITY_PROPERTIES_MODIFIED_EXTERNALLY', { field: 'scheduledEventId', to: 'ACTIVITY_TASK_SCHEDULED' }],
  ['NEXUS_OPERATION_CANCEL_REQUESTED', { field: 'scheduledEventId', to: 'NEXUS_OPERATION_SCHEDULED' }],
  [
    'NEXUS_OPERATION_CANCEL_REQUEST_COMPLETED',
    { field: 'scheduledEventId', to: 'NEXUS_OPERATION_SCHEDULED' },
  ],
  ['NEXUS_OPERATION_CANCEL_REQUEST_FAILED', { field: 'scheduledEventId', to: 'NEXUS_OPERATION_SCHEDULED' }],
];

/** An event of any type may say which workflow task asked for it: a field that its type does not have is never there. */
const OF_OTHERS: References = { fields: [COMMAND], isFirstNeeded: false };

const REFERENCES: ReadonlyMap<string, References> = toReferences();

function toTypes(prefix: string, ends: readonly string[]): readonly string[] {
  return ends.map((end) => `${prefix}_${end}`);
}

function toReferences(): ReadonlyMap<string, References> {
  const references = new Map<string, References>();
  for (const { head, start, closes, isAskedFrom } of COURSES) {
    if (isAskedFrom === undefined) references.set(head.to, { fields: [COMMAND], isFirstNeeded: true });
    if (start !== undefined) references.set(start, { fields: [head], does: 'starts', isFirstNeeded: true });
    const started = start === undefined ? [] : [{ field: STARTED, to: start }];
    for (const type of closes) {
      const isFirstNeeded = type !== UPDATE_COMPLETED;
      references.set(type, { fields: [head, ...started, COMMAND], does: 'closes', isFirstNeeded });
    }
  }
  for (const [type, reference] of MORE) {
    const known = references.get(type) ?? OF_OTHERS;
    references.set(type, { ...known, fields: [...known.fields, reference] });
  }
  return references;
}

/**
 * Which fields of an event type name other events of the same run, and of which type these must be.
 *
 * Source: what the server writes (service/history/historybuilder/event_factory.go), and what the test server does (StateMachines.java).
 */
export function toEventReferences(eventType: string): References {
  return REFERENCES.get(eventType) ?? OF_OTHERS;
}
