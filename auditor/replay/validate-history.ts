import {
  attributesKeyOf,
  eventIdOf,
  eventTypeOf,
  type TemporalHistoryEvent,
  toAttributesKey,
} from './history-events.ts';

/** A rule that the history breaks: its name and one sentence. */
type BrokenRule = { readonly rule: string; readonly message: string };

type Check = (events: readonly TemporalHistoryEvent[]) => string | undefined;

const CLOSES_TASK: ReadonlySet<string | undefined> = new Set([
  'workflowTaskCompletedEventAttributes',
  'workflowTaskFailedEventAttributes',
  'workflowTaskTimedOutEventAttributes',
  'workflowExecutionTerminatedEventAttributes',
  'workflowExecutionTimedOutEventAttributes',
]);

const CLOSES_RUN: ReadonlySet<string | undefined> = new Set([
  'workflowExecutionCompletedEventAttributes',
  'workflowExecutionFailedEventAttributes',
  'workflowExecutionTimedOutEventAttributes',
  'workflowExecutionCanceledEventAttributes',
  'workflowExecutionTerminatedEventAttributes',
  'workflowExecutionContinuedAsNewEventAttributes',
]);

const startsTask = (event: TemporalHistoryEvent): boolean =>
  attributesKeyOf(event) === 'workflowTaskStartedEventAttributes';

/** The sentence for the first event that is wrong. */
const firstWrong =
  (
    judge: (event: TemporalHistoryEvent, index: number, next?: TemporalHistoryEvent) => string | undefined,
  ): Check =>
  (events) => {
    for (const [index, event] of events.entries()) {
      const sentence = judge(event, index, events[index + 1]);
      if (sentence !== undefined) return sentence;
    }
    return undefined;
  };

/**
 * What a history must keep before it may be replayed. Histories that break the structural ones make the SDK's core panic, and then
 * replay never ends; the others end late, unclear, or pass without reading the rest.
 */
const RULES: readonly (readonly [rule: string, check: Check])[] = [
  ['has-events', (events) => (events.length === 0 ? 'it has no events' : undefined)],
  [
    'starts-with-execution-started',
    ([first]) =>
      first?.workflowExecutionStartedEventAttributes
        ? undefined
        : 'its first event is not WORKFLOW_EXECUTION_STARTED (reversed, or cut from the middle)',
  ],
  [
    'names-workflow-type',
    ([first]) =>
      first?.workflowExecutionStartedEventAttributes?.workflowType?.name
        ? undefined
        : 'its first event names no workflow type',
  ],
  [
    'ids-without-gap',
    firstWrong((event, index) =>
      eventIdOf(event) === index + 1
        ? undefined
        : `event ${index + 1} is missing: ${eventIdOf(event)} stands in its place`,
    ),
  ],
  [
    'known-event-types',
    firstWrong((event) => {
      const type = eventTypeOf(event);
      if (type === undefined) return `event ${eventIdOf(event)} has a type that this version does not know`;
      const expected = toAttributesKey(type);
      const found = attributesKeyOf(event) ?? 'no attributes';
      return found === expected
        ? undefined
        : `event ${eventIdOf(event)} should have ${expected} and has ${found}`;
    }),
  ],
  [
    'workflow-task-closed-at-once',
    firstWrong((event, _index, next) =>
      !startsTask(event) || next === undefined || startsTask(next) || CLOSES_TASK.has(attributesKeyOf(next))
        ? undefined
        : `event ${eventIdOf(event)} starts a workflow task that event ${eventIdOf(next)} does not close`,
    ),
  ],
  [
    'workflow-task-started-once',
    firstWrong((event, _index, next) =>
      next !== undefined && startsTask(event) && startsTask(next)
        ? `events ${eventIdOf(event)} and ${eventIdOf(next)} both start a workflow task`
        : undefined,
    ),
  ],
  ['two-events', (events) => (events.length < 2 ? 'it has one event; replay needs two' : undefined)],
  [
    'nothing-after-close',
    firstWrong((event, _index, next) =>
      next !== undefined && CLOSES_RUN.has(attributesKeyOf(event))
        ? `event ${eventIdOf(event)} closes the run, and more events follow`
        : undefined,
    ),
  ],
];

/** The first rule that the history breaks. Absent when: it may be replayed. */
export function findBrokenRule(events: readonly TemporalHistoryEvent[]): BrokenRule | undefined {
  for (const [rule, check] of RULES) {
    const message = check(events);
    if (message !== undefined) return { rule, message };
  }
  return undefined;
}
