import { idMember } from '../base/json-members.ts';
import type { DecodedEvent } from '../model/history-event.ts';

/** They name the workflow task of the original command, and are outcomes all the same. */
const OUTCOMES_WITH_TASK: ReadonlySet<string> = new Set([
  'START_CHILD_WORKFLOW_EXECUTION_FAILED',
  'SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED',
  'REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED',
  'NEXUS_OPERATION_CANCEL_REQUEST_COMPLETED',
  'NEXUS_OPERATION_CANCEL_REQUEST_FAILED',
]);

/** Commands of the workflow that name no workflow task. */
const DECISIONS_WITHOUT_TASK: ReadonlySet<string> = new Set([
  'WORKFLOW_EXECUTION_UPDATE_ACCEPTED',
  'WORKFLOW_EXECUTION_UPDATE_COMPLETED',
]);

const CLOSED_FROM_OUTSIDE: ReadonlySet<string> = new Set([
  'WORKFLOW_EXECUTION_TERMINATED',
  'WORKFLOW_EXECUTION_TIMED_OUT',
]);

/** Begin of work that was decided before: says that it runs, wakes nobody. */
const BEGINNINGS: ReadonlySet<string> = new Set(['ACTIVITY_TASK_STARTED', 'NEXUS_OPERATION_STARTED']);

/**
 * What an event is to a workflow task: what the code decided, what woke it, the task's own bookkeeping, or the end from outside.
 */
export function toRole(event: DecodedEvent): 'decision' | 'stimulus' | 'bookkeeping' | 'closed-from-outside' {
  const { eventType, attributes } = event;
  if (eventType.startsWith('WORKFLOW_TASK_') || BEGINNINGS.has(eventType)) return 'bookkeeping';
  if (CLOSED_FROM_OUTSIDE.has(eventType)) return 'closed-from-outside';
  if (DECISIONS_WITHOUT_TASK.has(eventType)) return 'decision';
  const ofTask = idMember(attributes, 'workflowTaskCompletedEventId') !== undefined;
  return ofTask && !OUTCOMES_WITH_TASK.has(eventType) ? 'decision' : 'stimulus';
}

/** Whether the workflow's own code ends the run by this decision. An update ends nothing. */
export function endsRun({ eventType }: DecodedEvent): boolean {
  return eventType.startsWith('WORKFLOW_EXECUTION_') && !eventType.includes('_UPDATE_');
}
