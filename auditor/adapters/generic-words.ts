import { idMember, member, textMember } from '../base/json-members.ts';
import { toRecordedFailure } from '../base/recorded-failure.ts';
import type { Carry } from '../model/adapter.ts';
import type { DecisionKind } from '../model/decision.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import { toExcerpt } from './excerpt.ts';

/** What one event says, in words of Temporal. */
export type EventWords = {
  readonly kind: DecisionKind;
  /** Name of the activity, timer, signal, child, … */
  readonly title: string;
  /** Completes "The workflow …" for a decision, stands alone for what woke it. */
  readonly text: string;
  readonly tone: 'neutral' | 'good' | 'warn' | 'bad' | 'pending';
};

/** Names what an outcome refers to: by an event of the tick, or by what was kept from earlier ones. */
export type NameOf = (eventId: number | undefined) => string;

/** Looks names up among the tick's own events and the commands that were open before it. */
export function createNameOf(events: readonly DecodedEvent[], carry: Carry | undefined): NameOf {
  const names = new Map((carry?.open ?? []).map((command) => [command.eventId, command.name]));
  for (const event of events) {
    const name = toOwnName(event);
    if (name) names.set(event.eventId, name);
  }
  return (eventId) => (eventId === undefined ? '' : (names.get(eventId) ?? `event ${eventId}`));
}

/** The event in words. An event type without words of its own keeps Temporal's name. */
export function toEventWords(event: DecodedEvent, nameOf: NameOf): EventWords {
  const { eventType, attributes } = event;
  const kind = toKind(eventType);
  const subject = toOwnName(event) ?? nameOf(toHeadId(event));
  const verb = VERBS[eventType] ?? eventType.toLowerCase().replaceAll('_', ' ');
  const failure = toRecordedFailure(member(attributes, 'failure'));
  const reason = failure ? `: ${toExcerpt(failure.message, event.eventId, 200)}` : '';
  const text = `${verb} ${subject}`.trim();
  return { kind, title: subject || verb, text: `${text}${reason}`, tone: toTone(eventType) };
}

const VERBS: Readonly<Record<string, string>> = {
  WORKFLOW_EXECUTION_STARTED: 'start of',
  WORKFLOW_EXECUTION_SIGNALED: 'signal',
  WORKFLOW_EXECUTION_CANCEL_REQUESTED: 'cancel request by',
  WORKFLOW_EXECUTION_COMPLETED: 'completed',
  WORKFLOW_EXECUTION_FAILED: 'failed',
  WORKFLOW_EXECUTION_CONTINUED_AS_NEW: 'continued as new with',
  ACTIVITY_TASK_SCHEDULED: 'scheduled activity',
  ACTIVITY_TASK_COMPLETED: 'result of activity',
  ACTIVITY_TASK_FAILED: 'failure of activity',
  ACTIVITY_TASK_TIMED_OUT: 'timeout of activity',
  ACTIVITY_TASK_CANCELED: 'cancellation of activity',
  ACTIVITY_TASK_CANCEL_REQUESTED: 'asked to cancel activity',
  TIMER_STARTED: 'started timer',
  TIMER_FIRED: 'end of timer',
  TIMER_CANCELED: 'cancelled timer',
  MARKER_RECORDED: 'recorded marker',
  START_CHILD_WORKFLOW_EXECUTION_INITIATED: 'started child workflow',
  CHILD_WORKFLOW_EXECUTION_STARTED: 'start of child workflow',
  CHILD_WORKFLOW_EXECUTION_COMPLETED: 'result of child workflow',
  CHILD_WORKFLOW_EXECUTION_FAILED: 'failure of child workflow',
  CHILD_WORKFLOW_EXECUTION_TIMED_OUT: 'timeout of child workflow',
  CHILD_WORKFLOW_EXECUTION_TERMINATED: 'termination of child workflow',
  START_CHILD_WORKFLOW_EXECUTION_FAILED: 'failed start of child workflow',
  WORKFLOW_PROPERTIES_MODIFIED: 'wrote memo',
  UPSERT_WORKFLOW_SEARCH_ATTRIBUTES: 'wrote search attributes',
  WORKFLOW_EXECUTION_UPDATE_ACCEPTED: 'accepted update',
  WORKFLOW_EXECUTION_UPDATE_COMPLETED: 'answered update',
  WORKFLOW_EXECUTION_UPDATE_ADMITTED: 'update',
};

function toOwnName({ eventType, attributes, summary }: DecodedEvent): string | undefined {
  if (eventType === 'ACTIVITY_TASK_SCHEDULED') return textMember(member(attributes, 'activityType'), 'name');
  if (eventType === 'TIMER_STARTED') return summary ?? textMember(attributes, 'timerId');
  if (eventType === 'WORKFLOW_EXECUTION_SIGNALED') return textMember(attributes, 'signalName');
  if (eventType === 'MARKER_RECORDED') return textMember(attributes, 'markerName');
  if (eventType === 'START_CHILD_WORKFLOW_EXECUTION_INITIATED') return textMember(attributes, 'workflowId');
  if (eventType.startsWith('WORKFLOW_EXECUTION_UPDATE_')) {
    const input = member(member(attributes, 'acceptedRequest') ?? member(attributes, 'request'), 'input');
    return textMember(input, 'name') ?? textMember(attributes, 'protocolInstanceId') ?? 'without a name';
  }
  if (eventType === 'WORKFLOW_PROPERTIES_MODIFIED') {
    return Object.keys(Object(member(member(attributes, 'upsertedMemo'), 'fields') ?? {})).join(', ');
  }
  if (eventType.startsWith('WORKFLOW_EXECUTION_')) {
    return (
      textMember(member(attributes, 'workflowType'), 'name') ??
      textMember(attributes, 'identity') ??
      'the workflow'
    );
  }
  return eventType.startsWith('NEXUS_OPERATION_SCHEDULED') ? textMember(attributes, 'operation') : undefined;
}

function toHeadId({ eventType, attributes }: DecodedEvent): number | undefined {
  if (/^(ACTIVITY_TASK|NEXUS_OPERATION)_/.test(eventType)) return idMember(attributes, 'scheduledEventId');
  if (eventType.startsWith('TIMER_')) return idMember(attributes, 'startedEventId');
  return idMember(attributes, 'initiatedEventId');
}

function toKind(eventType: string): DecisionKind {
  if (eventType.startsWith('ACTIVITY_TASK_')) return 'activity';
  if (eventType.startsWith('TIMER_')) return 'timer';
  if (eventType === 'WORKFLOW_EXECUTION_SIGNALED') return 'signal';
  if (eventType.includes('UPDATE_')) return 'update';
  if (eventType.includes('CHILD_WORKFLOW')) return 'child';
  if (eventType === 'WORKFLOW_EXECUTION_FAILED') return 'failure';
  return eventType === 'MARKER_RECORDED' ? 'marker' : 'context';
}

function toTone(eventType: string): EventWords['tone'] {
  if (/_(FAILED|TIMED_OUT|TERMINATED)$/.test(eventType)) return 'bad';
  return /_(CANCELED|CANCEL_REQUESTED)$/.test(eventType) ? 'warn' : 'neutral';
}
