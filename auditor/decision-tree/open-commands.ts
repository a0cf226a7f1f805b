import { idMember, member, textMember } from '../base/json-members.ts';
import type { OpenCommand } from '../model/adapter.ts';
import type { DecodedEvent } from '../model/history-event.ts';

// A server allows 2,000 pending of each kind; names beyond this bound are only shown as event numbers.
const MOST_KEPT = 500;

/** Events whose outcome may come in a later tick, and where their name stands. */
const HEADS: Readonly<Record<string, (event: DecodedEvent) => string | undefined>> = {
  ACTIVITY_TASK_SCHEDULED: (event) => textMember(member(event.attributes, 'activityType'), 'name'),
  TIMER_STARTED: (event) => event.summary ?? textMember(event.attributes, 'timerId'),
  START_CHILD_WORKFLOW_EXECUTION_INITIATED: (event) => textMember(event.attributes, 'workflowId'),
  NEXUS_OPERATION_SCHEDULED: (event) => textMember(event.attributes, 'operation'),
};

/** Events that end a command, and the member that names its head. */
const ENDS: readonly (readonly [RegExp, string])[] = [
  [/^ACTIVITY_TASK_(COMPLETED|FAILED|TIMED_OUT|CANCELED)$/, 'scheduledEventId'],
  [/^NEXUS_OPERATION_(COMPLETED|FAILED|TIMED_OUT|CANCELED)$/, 'scheduledEventId'],
  [/^TIMER_(FIRED|CANCELED)$/, 'startedEventId'],
  [/^CHILD_WORKFLOW_EXECUTION_(COMPLETED|FAILED|TIMED_OUT|CANCELED|TERMINATED)$/, 'initiatedEventId'],
  [/^START_CHILD_WORKFLOW_EXECUTION_FAILED$/, 'initiatedEventId'],
];

/** The command that an event begins. Absent when: its outcome cannot come later. */
export function toOpenCommand(event: DecodedEvent): OpenCommand | undefined {
  const toName = HEADS[event.eventType];
  if (!toName) return undefined;
  const name = toName(event) ?? 'unnamed';
  return { eventId: event.eventId, kind: event.eventType, name: name.slice(0, 200) };
}

/** Commands without an outcome after these events, oldest first. */
export function findOpenCommands(
  events: readonly DecodedEvent[],
  openBefore: readonly OpenCommand[],
): readonly OpenCommand[] {
  const open = new Map(openBefore.map((command) => [command.eventId, command]));
  for (const event of events) {
    const command = toOpenCommand(event);
    if (command) open.set(event.eventId, command);
    const [, key] = ENDS.find(([pattern]) => pattern.test(event.eventType)) ?? [];
    if (key) open.delete(idMember(event.attributes, key) ?? 0);
  }
  return [...open.values()].slice(-MOST_KEPT);
}
