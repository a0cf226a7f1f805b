import { textMember } from '#auditor/base/json-members.ts';
import type { HistoryEvent, JsonObject } from '#auditor/model/history-event.ts';

const WORKFLOW_TASK = 'workflowTaskCompletedEventId';

/** Fields that name an event of the same run. */
const REFERENCE =
  /^(?:workflowTaskCompleted|scheduled|started|initiated|latestCancelRequested|accepted|requested)EventId$/;

/** What an event must name, by its type: what it starts or closes, or the workflow task that asked for it. */
const NEEDED: readonly (readonly [type: RegExp, field: string])[] = [
  [/^(?:WORKFLOW|ACTIVITY)_TASK_(?:STARTED|COMPLETED|FAILED|TIMED_OUT|CANCELED)$/, 'scheduledEventId'],
  [/^NEXUS_OPERATION_(?:STARTED|COMPLETED|FAILED|TIMED_OUT|CANCELED)$/, 'scheduledEventId'],
  [/^NEXUS_OPERATION_CANCEL_REQUEST_/, 'requestedEventId'],
  [/^TIMER_(?:FIRED|CANCELED)$/, 'startedEventId'],
  [/^(?:CHILD|EXTERNAL)_|_(?:CHILD|EXTERNAL)_WORKFLOW_EXECUTION_FAILED$/, 'initiatedEventId'],
  [/_INITIATED$|^(?:TIMER_STARTED|ACTIVITY_TASK_SCHEDULED|NEXUS_OPERATION_SCHEDULED)$/, WORKFLOW_TASK],
];

/** They happen to one thing as often as somebody wants. */
const REPEATABLE = /^(?:ACTIVITY_TASK|NEXUS_OPERATION)_CANCEL_REQUEST|MODIFIED/;

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
    const needed = NEEDED.find(([type]) => type.test(eventType))?.[1];
    if (needed !== undefined && !(toTarget(attributes, needed) > 0))
      return `event ${eventId}, ${eventType}, has no ${needed}`;
    for (const field of Object.keys(attributes)) {
      const target = toTarget(attributes, field);
      if (!REFERENCE.test(field) || !(target > 0)) continue;
      const type = types.get(target);
      const what = `event ${eventId}, ${eventType}, has ${field} ${target}`;
      if (type === undefined || target >= eventId) return `${what}, which is not before it`;
      if (isKnown(type) && !mayName(eventType, field, type)) return `${what}, which is ${type}`;
      if (field === WORKFLOW_TASK || (field === 'scheduledEventId' && REPEATABLE.test(eventType))) continue;
      const isStart = eventType.endsWith('_STARTED');
      const [start, end] = [`start ${field} ${target}`, `end ${field} ${target}`];
      if (done.has(end) || (isStart && done.has(start))) return `${what}, as an event before`;
      if (field === 'startedEventId' && isKnown(type) && isOfAnother(attributes, events[target - 1]))
        return `${what}, which is of another one`;
      if (isTaskWithoutStart(eventType, field, done.has(start)) && hasKnownStart(attributes, types, isKnown))
        return `${what}, which was not started`;
      done.add(isStart ? start : end);
    }
  }
  return undefined;
}

const toTarget = (attributes: JsonObject, field: string): number => Number(textMember(attributes, field));

/** Whether what is said to be the start of one thing says that it is that of another. */
const isOfAnother = (attributes: JsonObject, start: HistoryEvent | undefined): boolean =>
  start !== undefined &&
  ['scheduledEventId', 'initiatedEventId'].some((head) => {
    const [own, other] = [toTarget(attributes, head), toTarget(start.attributes, head)];
    return own > 0 && other > 0 && own !== other;
  });

const isTaskWithoutStart = (eventType: string, field: string, isStarted: boolean): boolean =>
  eventType === 'WORKFLOW_TASK_COMPLETED' && field === 'scheduledEventId' && !isStarted;

/** Whether no event of a newer server may have been the start. */
function hasKnownStart(
  attributes: JsonObject,
  types: ReadonlyMap<number, string>,
  isKnown: (type: string) => boolean,
): boolean {
  return isKnown(types.get(toTarget(attributes, 'startedEventId')) ?? 'WORKFLOW_TASK_STARTED');
}

function mayName(eventType: string, field: string, type: string): boolean {
  if (field === WORKFLOW_TASK) return type === 'WORKFLOW_TASK_COMPLETED';
  const isOfOne = type.split('_')[0] === eventType.split('_')[0];
  if (field === 'scheduledEventId') return type.endsWith('_SCHEDULED') && isOfOne;
  if (field === 'startedEventId')
    return type.endsWith('_STARTED') && isOfOne && type !== 'WORKFLOW_EXECUTION_STARTED';
  if (field === 'initiatedEventId') return type.endsWith('_INITIATED');
  return true;
}
