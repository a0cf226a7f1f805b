import { expect, test } from 'vitest';
import type { HistoryEvent, JsonObject } from '#auditor/model/history-event.ts';
import { findContradiction } from './find-contradiction.ts';

const find = (...given: readonly (readonly [type: string, attributes?: JsonObject])[]) => {
  const events = given.map(([eventType, attributes = {}], index): HistoryEvent => {
    return { eventId: index + 1, eventType, eventTime: '', timeMicros: 0, attributes };
  });
  return findContradiction(events, (type) => type !== 'COMET');
};
// What a newer server writes, as which anything may be meant.
const comet = ['COMET'] as const;
const scheduled = ['ACTIVITY_TASK_SCHEDULED', { workflowTaskCompletedEventId: '1' }] as const;
const started = ['ACTIVITY_TASK_STARTED', { scheduledEventId: '2' }] as const;
const completed = ['ACTIVITY_TASK_COMPLETED', { scheduledEventId: '2', startedEventId: '3' }] as const;
const failed = ['ACTIVITY_TASK_FAILED', { scheduledEventId: '2', startedEventId: '3' }] as const;
const task = ['WORKFLOW_TASK_SCHEDULED'] as const;

test.each([
  [undefined, [comet, scheduled, started, completed]],
  [undefined, [comet, ['TIMER_FIRED', { startedEventId: '1' }], ['COMET', { scheduledEventId: '9' }]]],
  [undefined, [task, comet, ['WORKFLOW_TASK_COMPLETED', { scheduledEventId: '1', startedEventId: '2' }]]],
  [
    'event 1, TIMER_FIRED, has startedEventId 1, which is not before it',
    [['TIMER_FIRED', { startedEventId: '1' }]],
  ],
  [
    'event 3, WORKFLOW_TASK_STARTED, has scheduledEventId 2, which is ACTIVITY_TASK_SCHEDULED',
    [comet, scheduled, ['WORKFLOW_TASK_STARTED', { scheduledEventId: '2' }]],
  ],
  [
    'event 4, ACTIVITY_TASK_STARTED, has scheduledEventId 2, as an event before',
    [comet, scheduled, started, started],
  ],
  [
    'event 5, ACTIVITY_TASK_FAILED, has scheduledEventId 2, as an event before',
    [comet, scheduled, started, completed, failed],
  ],
  [
    'event 4, ACTIVITY_TASK_STARTED, has scheduledEventId 2, as an event before',
    [comet, scheduled, ['ACTIVITY_TASK_TIMED_OUT', { scheduledEventId: '2' }], started],
  ],
  [
    'event 5, ACTIVITY_TASK_FAILED, has startedEventId 3, which is of another one',
    [
      ...[comet, scheduled, started, scheduled],
      ['ACTIVITY_TASK_FAILED', { scheduledEventId: '4', startedEventId: '3' }],
    ],
  ],
  [
    'event 2, WORKFLOW_TASK_COMPLETED, has scheduledEventId 1, which was not started',
    [task, ['WORKFLOW_TASK_COMPLETED', { scheduledEventId: '1' }]],
  ],
  ['event 2, TIMER_STARTED, has no workflowTaskCompletedEventId', [comet, ['TIMER_STARTED']]],
  ['event 1, ACTIVITY_TASK_COMPLETED, has no scheduledEventId', [['ACTIVITY_TASK_COMPLETED']]],
  [
    'event 1, EXTERNAL_WORKFLOW_EXECUTION_SIGNALED, has no initiatedEventId',
    [['EXTERNAL_WORKFLOW_EXECUTION_SIGNALED']],
  ],
] as const)('%s', (message, events) => {
  expect(find(...events)).toBe(message);
});
