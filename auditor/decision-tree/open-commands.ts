import { toSubject } from '../base/event-subject.ts';
import { findSubjectName } from '../base/subject-name.ts';
import type { SubjectKind } from '../base/subject-rows.ts';
import type { OpenCommand } from '../model/adapter.ts';
import type { DecodedEvent } from '../model/history-event.ts';

// A server allows 2,000 pending of each kind; names beyond this bound are only shown as event numbers.
const MOST_KEPT = 500;

/** A workflow task ends in its own tick, and has no name to remember. */
const UNNAMED: ReadonlySet<SubjectKind> = new Set(['workflow-task']);

/** The command that an event begins. Absent when: its outcome cannot come later. */
export function toOpenCommand(event: DecodedEvent): OpenCommand | undefined {
  const { kind, headEventId, status } = toSubject(event);
  if (headEventId !== event.eventId || status !== 'pending' || UNNAMED.has(kind)) return undefined;
  const name = findSubjectName(event) ?? 'unnamed';
  return { eventId: event.eventId, kind: event.eventType, name: name.slice(0, 200) };
}

/** Commands without an outcome after these events, oldest first. */
export function findOpenCommands(
  events: readonly DecodedEvent[],
  openBefore: readonly OpenCommand[],
): readonly OpenCommand[] {
  const open = new Map(openBefore.map((command) => [command.eventId, command]));
  for (const event of events) {
    const { headEventId, status } = toSubject(event);
    const command = toOpenCommand(event);
    if (command) open.set(event.eventId, command);
    else if (status !== 'pending') open.delete(headEventId);
  }
  return [...open.values()].slice(-MOST_KEPT);
}
