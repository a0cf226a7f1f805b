import { eventIdOf, type TemporalHistoryEvent } from './history-events.ts';

/**
 * Id of the WORKFLOW_TASK_STARTED whose workflow task decided on this event, or was the last before it.
 *
 * Absent when: no workflow task started before the event.
 */
export function findWorkflowTask(
  events: readonly TemporalHistoryEvent[],
  eventId: number,
): number | undefined {
  return events
    .filter((event) => event.workflowTaskStartedEventAttributes && eventIdOf(event) < eventId)
    .map(eventIdOf)
    .at(-1);
}
