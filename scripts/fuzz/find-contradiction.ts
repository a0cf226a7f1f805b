import { textMember } from '#auditor/base/json-members.ts';
import type { HistoryEvent } from '#auditor/model/history-event.ts';

/** Fields that name an event of the same run. */
const REFERENCE =
  /^(?:workflowTaskCompleted|scheduled|started|initiated|latestCancelRequested|accepted|requested)EventId$/;

/**
 * Where events contradict each other. Knows none of the reader's tables: it goes by the names of fields and types.
 *
 * Shape: `isKnown` says whether this version knows an event type; of others nothing can be said.
 * Absent when: nowhere.
 */
export function findContradiction(
  events: readonly HistoryEvent[],
  isKnown: (type: string) => boolean,
): string | undefined {
  const types = new Map(events.map(({ eventId, eventType }) => [eventId, eventType]));
  const done = new Set<string>();
  for (const { eventId, eventType, attributes } of events) {
    if (!isKnown(eventType)) continue;
    for (const field of Object.keys(attributes)) {
      const target = Number(textMember(attributes, field));
      if (!REFERENCE.test(field) || !(target > 0)) continue;
      const type = types.get(target);
      const what = `event ${eventId}, ${eventType}, has ${field} ${target}`;
      if (type === undefined || target >= eventId) return `${what}, which is not before it`;
      if (isKnown(type) && !mayName(eventType, field, type)) return `${what}, which is ${type}`;
      const deed = `${eventType} ${field} ${target}`;
      if (
        field !== 'workflowTaskCompletedEventId' &&
        !/CANCEL_REQUESTED|CANCEL_REQUEST_|MODIFIED/.test(eventType)
      ) {
        if (done.has(deed)) return `${what}, as an event before`;
        done.add(deed);
      }
    }
  }
  return undefined;
}

function mayName(eventType: string, field: string, type: string): boolean {
  if (field === 'workflowTaskCompletedEventId') return type === 'WORKFLOW_TASK_COMPLETED';
  const isOfOne = type.split('_')[0] === eventType.split('_')[0];
  if (field === 'scheduledEventId') return type.endsWith('_SCHEDULED') && isOfOne;
  if (field === 'startedEventId')
    return type.endsWith('_STARTED') && isOfOne && type !== 'WORKFLOW_EXECUTION_STARTED';
  if (field === 'initiatedEventId') return type.endsWith('_INITIATED');
  return true;
}
