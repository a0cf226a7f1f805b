import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from './_recorded/history-writer.ts';
import { pairActivities } from './activities.ts';
import { findWorkerInterruptions } from './worker-interruptions.ts';
import { pairWorkflowTasks } from './workflow-tasks.ts';

const HEARTBEAT = { message: 'late', timeoutFailureInfo: { timeoutType: 'TIMEOUT_TYPE_HEARTBEAT' } };

function find(history: HistoryWriter, workerBefore?: string) {
  const events = history.events.map(toDecodedEvent);
  const parts = { activities: pairActivities(events), workflowTasks: pairWorkflowTasks(events) };
  return findWorkerInterruptions({ runId: 'r', workerBefore, ...parts });
}

test('a loss during an activity is one interruption with every sign of it', () => {
  const history = new HistoryWriter();
  history.workflowTask('a');
  history.activity('placeOrder', {}, { attempt: 2, lastFailure: HEARTBEAT, identity: 'b', waitMs: 3200 });
  history.brokenTask('WORKFLOW_TASK_TIMED_OUT', { timeoutType: 'TIMEOUT_TYPE_SCHEDULE_TO_START' });
  history.workflowTask('b');
  const found = find(history);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ kind: 'worker-lost', title: 'worker lost', eventId: 5 });
  expect(found[0]?.text).toBe(
    'A worker was lost (killed or crashed) while placeOrder was running (heartbeat timeout); attempt 2 was started by b 3.2 s after the activity was scheduled. Which worker ran the attempt that timed out is not in the history. a did not take a workflow task from its sticky queue in time. Until then a took the workflow tasks; b went on. A history cannot tell a kill from a crash or a power loss.',
  );
  expect(found[0]?.citations.map(({ eventId }) => eventId)).toEqual([4, 5, 8, 10]);
});

test('two losses in one tick are two interruptions', () => {
  const history = new HistoryWriter();
  history.workflowTask('a');
  history.activity('x', {}, { attempt: 2, lastFailure: HEARTBEAT, identity: 'b' });
  history.workflowTask('b');
  history.activity('y', {}, { attempt: 2, lastFailure: HEARTBEAT, identity: 'c' });
  history.workflowTask('c');
  expect(find(history).map(({ text }) => /while (\w).*Until then (\w)/.exec(text)?.slice(1))).toEqual([
    ['x', 'a'],
    ['y', 'b'],
  ]);
});

test('a loss that no workflow task has confirmed yet is told from the activity alone', () => {
  const history = new HistoryWriter();
  history.workflowTask('a');
  history.activity('x', {}, { attempt: 2, lastFailure: HEARTBEAT, identity: 'b' });
  expect(find(history)[0]?.text).toMatch(
    /^A worker was lost \(killed or crashed\) while x was running.*The last one seen before is a\./,
  );
});

test('a timeout on the same worker blames nobody', () => {
  const history = new HistoryWriter();
  history.workflowTask('a');
  history.activity('x', {}, { attempt: 2, lastFailure: HEARTBEAT, identity: 'a' });
  history.workflowTask('a');
  expect(find(history)).toMatchObject([{ kind: 'activity-retried', title: 'x timed out' }]);
});

test('another worker without any silence is only a change', () => {
  const history = new HistoryWriter();
  history.workflowTask('b');
  const [change] = find(history, 'a');
  expect(change).toMatchObject({ kind: 'worker-changed' });
  expect(change?.text).not.toContain('was lost');
  expect(change?.text).toMatch(
    /^Worker a took no further workflow task in this tick; the next one was taken by b\./,
  );
});

test('healthy workers that take turns interrupt nothing', () => {
  const history = new HistoryWriter();
  for (const worker of ['a', 'b', 'a', 'b', 'b', 'a']) history.workflowTask(worker);
  expect(find(history)).toEqual([]);
  expect(find(history, 'b')).toEqual([]);
});

test('of three, only the worker that takes no more is told as replaced', () => {
  const history = new HistoryWriter();
  for (const worker of ['a', 'b', 'a', 'c', 'b', 'c']) history.workflowTask(worker);
  expect(find(history).map(({ text }) => text.slice(0, 8))).toEqual(['Worker a']);
});

test('a worker that went silent and came back is not told as gone', () => {
  const history = new HistoryWriter();
  history.workflowTask('a');
  history.brokenTask('WORKFLOW_TASK_TIMED_OUT', { timeoutType: 'TIMEOUT_TYPE_START_TO_CLOSE' }, 'a');
  history.workflowTask('b');
  history.workflowTask('a');
  const [loss, ...others] = find(history);
  expect(others).toEqual([]);
  expect(loss?.text).toContain('too slow or held up');
  expect(loss?.text).toContain('the next one was taken by b');
});

test('a silent workflow task on the same worker says so', () => {
  const history = new HistoryWriter();
  history.workflowTask('a');
  history.brokenTask('WORKFLOW_TASK_TIMED_OUT', { timeoutType: 'TIMEOUT_TYPE_START_TO_CLOSE' }, 'a');
  history.workflowTask('a');
  expect(find(history)).toMatchObject([{ kind: 'worker-lost', title: 'worker silent' }]);
});

test('an undisturbed tick has none', () => {
  const history = new HistoryWriter();
  history.workflowTask('a');
  history.activity('x', {}, { identity: 'elsewhere' });
  history.workflowTask('a');
  expect(find(history, 'a')).toEqual([]);
});
