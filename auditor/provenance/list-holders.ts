import { toTypeWords } from '../base/event-type-words.ts';
import { idMember, textMember } from '../base/json-members.ts';
import type { Activity } from '../model/activity.ts';
import type { TickSpan } from '../model/adapter.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { ModelCall } from '../model/model-call.ts';
import type { Origin } from '../model/provenance.ts';
import { isDefinition } from './is-definition.ts';
import { type Leaf, listLeaves } from './list-leaves.ts';

/** An event that holds values, and what it means for their way. */
export type Holder = {
  readonly event: DecodedEvent;
  /** `placeOrder, input`. */
  readonly what: string;
  readonly leaves: readonly Leaf[];
  /** Where a way ends that cannot be followed beyond this event. Absent when: values are only handed on here. */
  readonly origin?: Origin;
  /** The activity whose input or result it is. */
  readonly activity?: Activity;
  /** The model call that it belongs to. */
  readonly call?: ModelCall;
};

/** Events of a tick, and the run's start where it lies before, that hold values. Order: by event id. */
export function listHolders(span: TickSpan, start: DecodedEvent | undefined): readonly Holder[] {
  const context = toContext(span);
  const events =
    start && start.eventId < (span.events[0]?.eventId ?? 0) ? [start, ...span.events] : span.events;
  return events.flatMap((event) => toHolder(event, context) ?? []);
}

type Context = {
  readonly activities: ReadonlyMap<number, Activity>;
  readonly calls: ReadonlyMap<number, { readonly call: ModelCall; readonly number: number }>;
};

function toContext({ activities, modelCalls }: TickSpan): Context {
  return {
    activities: new Map(activities.map((activity) => [activity.scheduled.eventId, activity])),
    calls: new Map(modelCalls.map((call, at) => [call.activity.scheduled.eventId, { call, number: at + 1 }])),
  };
}

/** Members of an event's attributes that hold values of a user. */
const PARTS = [
  'input',
  'result',
  'details',
  'upsertedMemo',
  'acceptedRequest',
  'failure',
  'outcome',
] as const;

function toHolder(event: DecodedEvent, context: Context): Holder | undefined {
  const parts = PARTS.flatMap((part) => {
    const value = event.attributes[part];
    return value === undefined ? [] : listLeaves(value, [part]);
  });
  if (parts.length === 0) return undefined;
  const meaning = toMeaning(event, context);
  const isRequest = meaning.call !== undefined && event.eventType === 'ACTIVITY_TASK_SCHEDULED';
  const leaves = isRequest ? parts.filter(({ path }) => !isDefinition(path)) : parts;
  return { event, leaves, ...meaning };
}

type Meaning = Pick<Holder, 'what' | 'origin' | 'activity' | 'call'>;

function toMeaning(event: DecodedEvent, { activities, calls }: Context): Meaning {
  const { eventType, attributes, eventId } = event;
  const scheduled =
    eventType === 'ACTIVITY_TASK_SCHEDULED' ? eventId : (idMember(attributes, 'scheduledEventId') ?? 0);
  const activity = activities.get(scheduled);
  const model = calls.get(scheduled);
  if (model)
    return { ...toModelMeaning(event, model.number), call: model.call, activity: model.call.activity };
  if (activity) return { ...toActivityMeaning(event, activity), activity };
  return toOutside(event);
}

function toModelMeaning({ eventType }: DecodedEvent, number: number): Meaning {
  if (eventType === 'ACTIVITY_TASK_SCHEDULED') return { what: `model call ${number}, what it was shown` };
  const text = `The model said it in its answer to call ${number}; nothing that it was shown in this tick holds the value.`;
  return { what: `model call ${number}, answer`, origin: { kind: 'model-output', text } };
}

function toActivityMeaning({ eventType }: DecodedEvent, { activityType }: Activity): Meaning {
  if (eventType === 'ACTIVITY_TASK_SCHEDULED') return { what: `${activityType}, input` };
  const text = `It came into the run as the result of ${activityType}, from outside.`;
  return { what: `${activityType}, result`, origin: { kind: 'activity-result', text } };
}

function toOutside({ eventType, attributes }: DecodedEvent): Meaning {
  if (eventType === 'WORKFLOW_EXECUTION_STARTED') {
    const text = 'It was given when the run was started: configuration, or what the run before left.';
    return { what: 'workflow input', origin: { kind: 'configuration', text } };
  }
  const by = textMember(attributes, 'identity');
  const from = by === undefined ? '' : ` by ${by}`;
  if (eventType === 'WORKFLOW_EXECUTION_SIGNALED') {
    const name = textMember(attributes, 'signalName') ?? 'without a name';
    return {
      what: `signal ${name}`,
      origin: { kind: 'person', text: `It was sent in the signal ${name}${from}.` },
    };
  }
  if (eventType.startsWith('WORKFLOW_EXECUTION_UPDATE_')) {
    return { what: 'update', origin: { kind: 'person', text: `It was sent in an update${from}.` } };
  }
  if (eventType.startsWith('CHILD_WORKFLOW_EXECUTION_')) {
    return {
      what: 'result of a child workflow',
      origin: { kind: 'child-result', text: 'It is the result of a child workflow.' },
    };
  }
  return { what: toTypeWords(eventType) };
}
