import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from './_recorded/history-writer.ts';
import { pairActivities } from './activities.ts';
import { findSilences, findWorkerChanges, isWorkerTimeout } from './worker-signs.ts';
import { pairWorkflowTasks } from './workflow-tasks.ts';

const tasksOf = (history: HistoryWriter) => pairWorkflowTasks(history.events.map(toDecodedEvent));
const activitiesOf = (history: HistoryWriter) => pairActivities(history.events.map(toDecodedEvent));

test('a change is seen between tasks and against the worker before them', () => {
  const history = new HistoryWriter();
  history.workflowTask('b');
  history.workflowTask('b');
  history.workflowTask('c');
  expect(findWorkerChanges(tasksOf(history), 'a').map(({ from, to }) => [from, to])).toEqual([
    ['a', 'b'],
    ['b', 'c'],
  ]);
  expect(findWorkerChanges(tasksOf(history), undefined)).toHaveLength(1);
});

test('heartbeat and start-to-close speak of a worker, the other timeouts do not', () => {
  expect(['HEARTBEAT', 'START_TO_CLOSE'].every(isWorkerTimeout)).toBe(true);
  expect([undefined, 'SCHEDULE_TO_START', 'SCHEDULE_TO_CLOSE'].some(isWorkerTimeout)).toBe(false);
});

test('silences are found at retries, at final timeouts and at workflow tasks, in order', () => {
  const history = new HistoryWriter();
  history.activity(
    'a',
    {},
    { attempt: 2, lastFailure: { timeoutFailureInfo: { timeoutType: 'TIMEOUT_TYPE_HEARTBEAT' } } },
  );
  history.brokenTask('WORKFLOW_TASK_TIMED_OUT', { timeoutType: 'TIMEOUT_TYPE_START_TO_CLOSE' }, 'x');
  history.activity('b', {}, { timeoutType: 'TIMEOUT_TYPE_START_TO_CLOSE' });
  history.activity('c', {}, { attempt: 2, lastFailure: { message: '503' } });
  const silences = findSilences(activitiesOf(history), tasksOf(history));
  expect(silences.map(({ kind, timeoutType }) => [kind, timeoutType])).toEqual([
    ['activity', 'HEARTBEAT'],
    ['workflow-task', 'START_TO_CLOSE'],
    ['activity', 'START_TO_CLOSE'],
  ]);
});
