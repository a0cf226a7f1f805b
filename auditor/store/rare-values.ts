/**
 * Most events of a history are of a few types. Those are found by going back from the newest; only the others have an index, which is small.
 *
 * SQLite uses such an index where a query repeats its condition word by word.
 */
const COMMON_EVENT_TYPES: readonly string[] = [
  'WORKFLOW_TASK_SCHEDULED',
  'WORKFLOW_TASK_STARTED',
  'WORKFLOW_TASK_COMPLETED',
  'ACTIVITY_TASK_SCHEDULED',
  'ACTIVITY_TASK_STARTED',
  'ACTIVITY_TASK_COMPLETED',
];

const COMMON_KINDS: readonly string[] = ['activity', 'workflow-task'];

const COMMON_STATUSES: readonly string[] = ['completed', 'fired'];

const toCondition = (column: string, values: readonly string[]): string =>
  `${column} NOT IN (${values.map((value) => `'${value}'`).join(', ')})`;

export const RARE_EVENT_TYPE = toCondition('event_type', COMMON_EVENT_TYPES);
export const RARE_KIND = toCondition('kind', COMMON_KINDS);
export const RARE_STATUS = toCondition('status', COMMON_STATUSES);

/** Whether the index of rare values has it. */
export const isRareEventType = (eventType: string): boolean => !COMMON_EVENT_TYPES.includes(eventType);
export const isRareKind = (kind: string): boolean => !COMMON_KINDS.includes(kind);
export const isRareStatus = (status: string): boolean => !COMMON_STATUSES.includes(status);
