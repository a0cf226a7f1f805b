import { toSubject } from '../base/event-subject.ts';
import type { SubjectKind } from '../base/subject-rows.ts';
import type { Activity } from '../model/activity.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import { pairActivities } from './activities.ts';

const KINDS: ReadonlySet<SubjectKind> = new Set(['activity', 'local-activity', 'nexus-operation']);

/**
 * Puts activities together while their events go by, at a cost that does not grow with what went by before.
 *
 * The function takes every event, and returns the activity that an event is about as far as it is known up to there. Absent when: the event
 * is about something else, or the event that began the activity did not go by.
 */
export function createActivityTracker(): (event: DecodedEvent) => Activity | undefined {
  const open = new Map<number, readonly DecodedEvent[]>();
  return (event) => {
    const { kind, headEventId, status } = toSubject(event);
    if (!KINDS.has(kind)) return undefined;
    const parts = headEventId === event.eventId ? [event] : [...(open.get(headEventId) ?? []), event];
    if (status !== 'pending') open.delete(headEventId);
    else if (headEventId === event.eventId || open.has(headEventId)) open.set(headEventId, parts);
    return pairActivities(parts)[0];
  };
}
