import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from './_recorded/history-writer.ts';
import { pairWorkflowTasks } from './workflow-tasks.ts';

const pair = (history: HistoryWriter) => pairWorkflowTasks(history.events.map(toDecodedEvent));

test('a completed task names its worker and its code', () => {
  const history = new HistoryWriter();
  history.workflowTask('a:worker:1', { workerVersion: { buildId: 'sha-1' } });
  expect(pair(history)).toMatchObject([
    { outcome: 'completed', workerIdentity: 'a:worker:1', buildId: 'sha-1' },
  ]);
});

test('a failed task has its cause, a timed out one its kind', () => {
  const history = new HistoryWriter();
  history.brokenTask(
    'WORKFLOW_TASK_FAILED',
    { cause: 'WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR', failure: { message: 'm' } },
    'a',
  );
  history.brokenTask('WORKFLOW_TASK_TIMED_OUT', { timeoutType: 'TIMEOUT_TYPE_SCHEDULE_TO_START' });
  expect(pair(history)).toMatchObject([
    { outcome: 'failed', cause: 'NON_DETERMINISTIC_ERROR', failure: { message: 'm' }, workerIdentity: 'a' },
    { outcome: 'timed-out', timeoutType: 'SCHEDULE_TO_START' },
  ]);
});

test('an unfinished task is kept, also when other events stand between its parts', () => {
  const history = new HistoryWriter();
  history.add('WORKFLOW_TASK_SCHEDULED');
  history.signal('s', {});
  history.add('WORKFLOW_TASK_STARTED', { scheduledEventId: '1', identity: 'a' });
  expect(pair(history)).toMatchObject([{ outcome: 'started', workerIdentity: 'a' }]);
});

test('a part without its head is left out', () => {
  const history = new HistoryWriter();
  history.add('WORKFLOW_TASK_COMPLETED', { scheduledEventId: '77' });
  expect(pair(history)).toEqual([]);
});
