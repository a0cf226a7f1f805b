import { eventTypeOf, type TemporalHistoryEvent } from './history-events.ts';

/** What the workflow decided by this event, as a phrase after "the history": `schedules activity placeOrder`. */
export function describeDecision(event: TemporalHistoryEvent): string {
  const activity = event.activityTaskScheduledEventAttributes?.activityType?.name;
  if (activity) return `schedules activity ${activity}`;
  const timer = event.timerStartedEventAttributes?.startToFireTimeout;
  if (timer) return `starts a ${Number(String(timer.seconds ?? 0)) + (timer.nanos ?? 0) / 1e9} s timer`;
  const child = event.startChildWorkflowExecutionInitiatedEventAttributes?.workflowType?.name;
  if (child) return `starts child workflow ${child}`;
  const signal = event.signalExternalWorkflowExecutionInitiatedEventAttributes?.signalName;
  if (signal) return `signals ${signal} to another workflow`;
  const marker = event.markerRecordedEventAttributes?.markerName;
  if (marker) return `records marker ${marker}`;
  return PHRASES[eventTypeOf(event) ?? ''] ?? `has ${eventTypeOf(event) ?? 'an event of unknown type'}`;
}

const PHRASES: Readonly<Record<string, string>> = {
  WORKFLOW_EXECUTION_COMPLETED: 'completes the workflow',
  WORKFLOW_EXECUTION_FAILED: 'fails the workflow',
  WORKFLOW_EXECUTION_CANCELED: 'cancels the workflow',
  WORKFLOW_EXECUTION_CONTINUED_AS_NEW: 'continues as new',
  WORKFLOW_PROPERTIES_MODIFIED: 'changes the memo',
  UPSERT_WORKFLOW_SEARCH_ATTRIBUTES: 'changes search attributes',
  TIMER_CANCELED: 'cancels a timer',
  ACTIVITY_TASK_CANCEL_REQUESTED: 'cancels an activity',
  WORKFLOW_EXECUTION_UPDATE_ACCEPTED: 'accepts an update',
  WORKFLOW_EXECUTION_UPDATE_COMPLETED: 'answers an update',
};
