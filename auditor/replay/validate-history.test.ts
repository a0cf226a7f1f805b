import proto from '@temporalio/proto';
import { describe, expect, test } from 'vitest';
import { decodeEvents, type TemporalHistoryEvent } from './history-events.ts';
import { findBrokenRule } from './validate-history.ts';

const { EventType } = proto.temporal.api.enums.v1;
const { History } = proto.temporal.api.history.v1;

const START = [
  'WORKFLOW_EXECUTION_STARTED',
  'workflowExecutionStarted',
  { workflowType: { name: 'trade' } },
] as const;
const SCHEDULED = ['WORKFLOW_TASK_SCHEDULED', 'workflowTaskScheduled', {}] as const;
const STARTED = ['WORKFLOW_TASK_STARTED', 'workflowTaskStarted', {}] as const;
const COMPLETED = ['WORKFLOW_TASK_COMPLETED', 'workflowTaskCompleted', {}] as const;
const SIGNALED = ['WORKFLOW_EXECUTION_SIGNALED', 'workflowExecutionSignaled', {}] as const;
const DONE = ['WORKFLOW_EXECUTION_COMPLETED', 'workflowExecutionCompleted', {}] as const;
const TERMINATED = ['WORKFLOW_EXECUTION_TERMINATED', 'workflowExecutionTerminated', {}] as const;

type Kind = readonly [type: string, attributes: string, body: object];

/** Through bytes, as real histories come; ids 1…n unless given. */
function history(kinds: readonly Kind[], ids?: readonly number[]): readonly TemporalHistoryEvent[] {
  const events = kinds.map(([type, attributes, body], index) => ({
    eventId: ids?.[index] ?? index + 1,
    eventType: Object.entries(EventType).find(([name]) => name === `EVENT_TYPE_${type}`)?.[1],
    [`${attributes}EventAttributes`]: body,
  }));
  return decodeEvents(History.encode(History.fromObject({ events })).finish());
}

const WHOLE = [START, SCHEDULED, STARTED, COMPLETED, DONE];

describe('histories that may be replayed', () => {
  test.each([
    ['closed', WHOLE],
    ['open, task scheduled', WHOLE.slice(0, 2)],
    ['open, task started', WHOLE.slice(0, 3)],
    ['terminated during a task', [START, SCHEDULED, STARTED, TERMINATED]],
  ])('%s', (_name, kinds) => {
    expect(findBrokenRule(history(kinds))).toBeUndefined();
  });
});

describe('each rule finds its history', () => {
  test.each<[rule: string, events: readonly TemporalHistoryEvent[]]>([
    ['has-events', history([])],
    ['starts-with-execution-started', history([...WHOLE].reverse(), [5, 4, 3, 2, 1])],
    ['starts-with-execution-started', history(WHOLE.slice(1))],
    [
      'names-workflow-type',
      history([['WORKFLOW_EXECUTION_STARTED', 'workflowExecutionStarted', {}], SCHEDULED]),
    ],
    ['ids-without-gap', history([START, SCHEDULED, STARTED, DONE], [1, 2, 3, 5])],
    ['ids-without-gap', history(WHOLE, [1, 2, 4, 3, 5])],
    ['known-event-types', history([START, ['NO_SUCH_TYPE', 'workflowTaskScheduled', {}]])],
    ['known-event-types', history([START, ['TIMER_STARTED', 'workflowTaskScheduled', {}]])],
    ['known-event-types', history([START, ['TIMER_STARTED', 'noSuch', {}]])],
    ['workflow-task-closed-at-once', history([START, SCHEDULED, STARTED, SIGNALED, COMPLETED])],
    ['workflow-task-started-once', history([START, SCHEDULED, STARTED, STARTED, COMPLETED])],
    ['two-events', history([START])],
    ['nothing-after-close', history([...WHOLE, SIGNALED])],
  ])('%s', (rule, events) => {
    expect(findBrokenRule(events)?.rule).toBe(rule);
  });
});

test('the message names the event', () => {
  expect(findBrokenRule(history([START, SCHEDULED, STARTED, SIGNALED]))?.message).toBe(
    'event 3 starts a workflow task that event 4 does not close',
  );
});
