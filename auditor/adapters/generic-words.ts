import { toSubject } from '../base/event-subject.ts';
import { toTypeWords } from '../base/event-type-words.ts';
import { member, textMember } from '../base/json-members.ts';
import { toMarkerSubject } from '../base/marker-subject.ts';
import { toRecordedFailure } from '../base/recorded-failure.ts';
import { findSubjectName } from '../base/subject-name.ts';
import type { Carry } from '../model/adapter.ts';
import type { DecisionKind } from '../model/decision.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import { EVENT_VERBS } from './event-verbs.ts';
import { toExcerpt } from './excerpt.ts';

/** Longest name in a sentence. */
const LONGEST_NAME = 120;

/** What one event says, in words of Temporal. */
type EventWords = {
  readonly kind: DecisionKind;
  /** Name of the activity, timer, signal, child, … */
  readonly title: string;
  /** Completes "The workflow …" for a decision, stands alone for what woke it. */
  readonly text: string;
  readonly tone: 'neutral' | 'good' | 'warn' | 'bad' | 'pending';
};

/** Names what an outcome refers to: by an event of the tick, or by what was kept from earlier ones. */
export type NameOf = (eventId: number) => string;

/** Looks names up among the tick's own events and the commands that were open before it. */
export function createNameOf(events: readonly DecodedEvent[], carry: Carry | undefined): NameOf {
  const names = new Map((carry?.open ?? []).map((command) => [command.eventId, command.name]));
  for (const event of events) {
    const name = findSubjectName(event);
    if (name) names.set(event.eventId, name);
  }
  return (eventId) => names.get(eventId) ?? `event ${eventId}`;
}

/** The event in words. An event type without words of its own keeps Temporal's name. */
export function toEventWords(event: DecodedEvent, nameOf: NameOf): EventWords {
  const { eventType } = event;
  const subject = toExcerpt(toName(event, nameOf), event.eventId, LONGEST_NAME);
  const verb = EVENT_VERBS.get(eventType) ?? toTypeWords(eventType);
  return {
    kind: toKind(event),
    title: subject || verb,
    text: `${eventType === 'MARKER_RECORDED' ? toMarkerText(event, subject) : `${verb} ${subject}`.trim()}${toReason(event)}`,
    tone: toTone(event),
  };
}

/** Name of what the event is about; empty where it says all by itself. */
export function toName(event: DecodedEvent, nameOf: NameOf): string {
  const own = findSubjectName(event);
  if (own !== undefined) return own;
  const { headEventId, kind } = toSubject(event);
  if (headEventId !== event.eventId) return nameOf(headEventId);
  if (kind !== 'workflow') return '';
  const type = textMember(member(event.attributes, 'workflowType'), 'name');
  return type ?? (textMember(event.attributes, 'identity') || 'the workflow');
}

function toMarkerText(event: DecodedEvent, subject: string): string {
  const { purpose, version } = toMarkerSubject(event);
  switch (purpose) {
    case 'code-path':
      return `code path chosen: ${subject}${version === undefined ? '' : ` (version ${version})`}`;
    case 'local-activity':
      return `${toSubject(event).status === 'failed' ? 'failure of' : 'ran'} local activity ${subject}`;
    case 'side-effect':
      return `recorded side effect ${subject}`;
    case 'other':
      return `recorded marker ${subject}`;
    default:
      return purpose satisfies never;
  }
}

/** Why it failed, from the failure or from the cause that the server names. */
function toReason({ attributes, eventId, eventType }: DecodedEvent): string {
  const failure = toRecordedFailure(
    member(attributes, 'failure') ?? member(member(attributes, 'outcome'), 'failure'),
  );
  if (failure) return `: ${toExcerpt(failure.message, eventId, 200)}`;
  const cause = eventType.endsWith('_FAILED') ? textMember(attributes, 'cause') : undefined;
  return cause === undefined
    ? ''
    : `: ${toExcerpt(cause.replace(/^.*_FAILED_CAUSE_/, ''), eventId, LONGEST_NAME)}`;
}

function toKind(event: DecodedEvent): DecisionKind {
  const { kind } = toSubject(event);
  switch (kind) {
    case 'activity':
    case 'local-activity':
    case 'nexus-operation':
      return 'activity';
    case 'signal-external':
      return 'signal';
    case 'timer':
    case 'signal':
    case 'update':
    case 'child':
    case 'marker':
    case 'workflow-task':
      return kind;
    default:
      return event.eventType === 'WORKFLOW_EXECUTION_FAILED' ? 'failure' : 'context';
  }
}

function toTone(event: DecodedEvent): EventWords['tone'] {
  switch (toSubject(event).status) {
    case 'failed':
    case 'timed-out':
    case 'terminated':
      return 'bad';
    case 'canceled':
      // A workflow that lets a timer go does nothing unusual.
      return event.eventType === 'TIMER_CANCELED' ? 'neutral' : 'warn';
    default:
      return /_CANCEL_REQUEST(ED|_FAILED)$/.test(event.eventType) ? 'warn' : 'neutral';
  }
}
