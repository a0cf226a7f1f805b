import proto from '@temporalio/proto';
import { expect, test } from 'vitest';
import { findWorkflowTask } from './find-workflow-task.ts';
import { decodeEvents } from './history-events.ts';

const { History } = proto.temporal.api.history.v1;

const events = decodeEvents(
  History.encode(
    History.fromObject({
      events: [
        { eventId: 1, workflowExecutionStartedEventAttributes: {} },
        { eventId: 2, workflowTaskScheduledEventAttributes: {} },
        { eventId: 3, workflowTaskStartedEventAttributes: {} },
        { eventId: 4, workflowTaskCompletedEventAttributes: {} },
        { eventId: 5, timerStartedEventAttributes: {} },
        { eventId: 6, timerFiredEventAttributes: {} },
        { eventId: 7, workflowTaskScheduledEventAttributes: {} },
        { eventId: 8, workflowTaskStartedEventAttributes: {} },
        { eventId: 9, workflowTaskCompletedEventAttributes: {} },
        { eventId: 10, workflowExecutionCompletedEventAttributes: {} },
      ],
    }),
  ).finish(),
);

test.each([
  [5, 3],
  [8, 3],
  [10, 8],
  [2, undefined],
])('event %i was decided by the workflow task started at %s', (eventId, started) => {
  expect(findWorkflowTask(events, eventId)).toBe(started);
});
