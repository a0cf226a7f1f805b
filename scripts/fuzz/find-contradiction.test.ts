import { expect, test } from 'vitest';
import type { HistoryEvent, JsonObject } from '#auditor/model/history-event.ts';
import { findContradiction } from './find-contradiction.ts';

const find = (...given: readonly (readonly [type: string, attributes?: JsonObject])[]) => {
  const events = given.map(([eventType, attributes = {}], index): HistoryEvent => {
    return { eventId: index + 1, eventType, eventTime: '', timeMicros: 0, attributes };
  });
  return findContradiction(events, (type) => type !== 'COMET');
};
const scheduled = ['ACTIVITY_TASK_SCHEDULED'] as const;

test.each([
  [undefined, [scheduled, ['ACTIVITY_TASK_STARTED', { scheduledEventId: '1' }]]],
  [undefined, [['COMET'], ['TIMER_FIRED', { startedEventId: '1' }], ['COMET', { scheduledEventId: '9' }]]],
  [
    'event 1, TIMER_FIRED, has startedEventId 1, which is not before it',
    [['TIMER_FIRED', { startedEventId: '1' }]],
  ],
  [
    'event 2, WORKFLOW_TASK_STARTED, has scheduledEventId 1, which is ACTIVITY_TASK_SCHEDULED',
    [scheduled, ['WORKFLOW_TASK_STARTED', { scheduledEventId: '1' }]],
  ],
  [
    'event 3, ACTIVITY_TASK_STARTED, has scheduledEventId 1, as an event before',
    [
      scheduled,
      ['ACTIVITY_TASK_STARTED', { scheduledEventId: '1' }],
      ['ACTIVITY_TASK_STARTED', { scheduledEventId: '1' }],
    ],
  ],
] as const)('%s', (message, events) => {
  expect(find(...events)).toBe(message);
});
