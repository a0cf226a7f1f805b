import { toSubject } from '../../base/event-subject.ts';
import { findSubjectName } from '../../base/subject-name.ts';
import type { SubjectKind } from '../../base/subject-rows.ts';
import type { DecodedEvent } from '../../model/history-event.ts';
import { isStreamNoise } from '../stream-noise.ts';

/** What comes from outside by itself. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set([
  'WORKFLOW_EXECUTION_STARTED',
  'WORKFLOW_EXECUTION_SIGNALED',
  'WORKFLOW_EXECUTION_CANCEL_REQUESTED',
  'WORKFLOW_EXECUTION_UPDATE_ADMITTED',
]);

/** What wakes an agent when it comes from work that the turn does not wait for. */
const OUTCOMES: ReadonlySet<SubjectKind> = new Set(['activity', 'nexus-operation', 'child', 'timer']);

/**
 * Whether an event can wake an agent: it comes from outside, or is the outcome of work that nothing in the turn waits for. Tokens on
 * their way to a reader wake nobody. An accepted update is a stimulus too, of the workflow task before it.
 */
export function isTurnStimulus(event: DecodedEvent, isAwaited: (event: DecodedEvent) => boolean): boolean {
  if (FROM_OUTSIDE.has(event.eventType)) return !isStreamNoise(findSubjectName(event));
  const { kind, status, headEventId } = toSubject(event);
  if (!OUTCOMES.has(kind) || status === 'pending' || headEventId === event.eventId) return false;
  // A timer or an activity that the workflow cancels itself tells it nothing.
  return event.eventType !== 'TIMER_CANCELED' && !isAwaited(event);
}

/** An update that a client waits for; not one that only carries tokens. */
export function isAcceptedUpdate(event: DecodedEvent): boolean {
  return event.eventType === 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED' && !isStreamNoise(findSubjectName(event));
}
