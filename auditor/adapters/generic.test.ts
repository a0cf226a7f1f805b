import { expect, test } from 'vitest';
import { HistoryWriter, toRunOf } from '../decision-tree/_recorded/history-writer.ts';
import type { Carry } from '../model/adapter.ts';
import { tellTicks } from './_recorded/tell-ticks.ts';
import { genericAdapter } from './generic.ts';

function derive(history: HistoryWriter, carry?: Carry) {
  const { events } = history;
  return tellTicks({ run: toRunOf('greet', events), adapter: genericAdapter, carry, events });
}

function write(): HistoryWriter {
  const history = new HistoryWriter();
  history.start('greet');
  history.workflowTask();
  const scheduled = history.schedule('getWeather', 'Oslo');
  history.finish(scheduled, { result: 'rain' });
  history.workflowTask();
  history.close('WORKFLOW_EXECUTION_COMPLETED', { workflowTaskCompletedEventId: '10' });
  return history;
}

test('one tick per workflow task: what woke it, what it decided', () => {
  const ticks = derive(write()).map(({ tick }) => tick);
  expect(ticks.map(({ tick, outcome, firstEventId }) => [tick, outcome, firstEventId])).toEqual([
    [1, 'scheduled activity getWeather', 1],
    // The start of the activity is bookkeeping of what was decided before.
    [2, 'completed the workflow', 7],
  ]);
  expect(ticks[1]?.answer.headline[0]?.text).toBe(
    'greet, workflow task 2: completed the workflow. It was woken by: result of activity getWeather.',
  );
});

test('numbers go on from the run before', () => {
  expect(derive(write(), { tick: 7 }).map(({ tick }) => tick.label)).toEqual([
    'workflow task 8',
    'workflow task 9',
  ]);
});

test('a failed workflow task is a tick without decisions, and leaves what woke it to the next one', () => {
  const history = new HistoryWriter();
  history.start('greet');
  history.brokenTask('WORKFLOW_TASK_FAILED', { cause: 'WORKFLOW_TASK_FAILED_CAUSE_UNSPECIFIED' }, 'a');
  history.brokenTask('WORKFLOW_TASK_TIMED_OUT', { timeoutType: 'TIMEOUT_TYPE_START_TO_CLOSE' }, 'a');
  history.signal('stop', {});
  history.workflowTask('a');
  const ticks = derive(history).map(({ tick }) => tick);
  expect(ticks.map(({ outcome, interrupted }) => [outcome, interrupted])).toEqual([
    ['workflow task failed (UNSPECIFIED)', true],
    ['the worker did not answer in time', true],
    ['looked and chose to wait', false],
  ]);
  expect(ticks[2]?.answer.headline[0]?.text).toBe(
    'greet, workflow task 3: looked and chose to wait. It was woken by: start of greet (of an earlier tick); signal stop.',
  );
});

test('a run that was terminated cuts its last tick off', () => {
  const history = write();
  history.events.pop();
  history.close('WORKFLOW_EXECUTION_TERMINATED', { identity: 'ops' });
  expect(derive(history).at(-1)?.tick).toMatchObject({ status: 'cut-off', tone: 'bad' });
});

test('an open tick says what it waits for', () => {
  const history = new HistoryWriter();
  history.start('greet');
  history.add('WORKFLOW_TASK_SCHEDULED');
  expect(derive(history)[0]?.tick).toMatchObject({
    outcome: 'waiting for a worker',
    tone: 'pending',
    status: 'open',
  });
});
