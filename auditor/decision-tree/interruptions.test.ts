import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from './_recorded/history-writer.ts';
import { pairActivities } from './activities.ts';
import { findInterruptions } from './interruptions.ts';
import { pairWorkflowTasks } from './workflow-tasks.ts';

function find(history: HistoryWriter) {
  const events = history.events.map(toDecodedEvent);
  return findInterruptions({
    runId: 'r',
    activities: pairActivities(events),
    workflowTasks: pairWorkflowTasks(events),
  });
}

test('an error of the activity itself is a retry, with the error as a quotation', () => {
  const history = new HistoryWriter();
  const lastFailure = { message: 'status 503', applicationFailureInfo: { type: 'Unavailable' } };
  history.activity('placeOrder', {}, { attempt: 3, lastFailure });
  expect(find(history)).toMatchObject([
    {
      kind: 'activity-retried',
      title: 'placeOrder retried',
      text: 'placeOrder failed 2 times before attempt 3; the last error was',
      quote: 'Unavailable: status 503',
    },
  ]);
});

test('a failed workflow task names its cause', () => {
  const history = new HistoryWriter();
  const cause = 'WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR';
  history.brokenTask('WORKFLOW_TASK_FAILED', { cause, failure: { message: 'no such command' } }, 'a');
  expect(find(history)).toMatchObject([
    { kind: 'workflow-task-failed', quote: 'no such command', eventId: 3 },
  ]);
});

test('a reset is told as one; a task asked again because of a new event is nothing', () => {
  const history = new HistoryWriter();
  history.brokenTask('WORKFLOW_TASK_FAILED', { cause: 'WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW' });
  history.brokenTask('WORKFLOW_TASK_FAILED', { cause: 'WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND' }, 'a');
  expect(find(history)).toMatchObject([{ kind: 'reset' }]);
});

test('they stand in the order of the events', () => {
  const history = new HistoryWriter();
  history.workflowTask('a');
  history.activity('x', {}, { attempt: 2, lastFailure: { message: 'no' } });
  history.workflowTask('b');
  history.brokenTask('WORKFLOW_TASK_FAILED', { cause: 'WORKFLOW_TASK_FAILED_CAUSE_UNSPECIFIED' }, 'b');
  const ids = find(history).map(({ eventId }) => eventId);
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  expect(ids).toHaveLength(3);
});
