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

test('a failed workflow task and its retry are one tick, interrupted', () => {
  const history = new HistoryWriter();
  history.start('greet');
  history.brokenTask('WORKFLOW_TASK_FAILED', { cause: 'WORKFLOW_TASK_FAILED_CAUSE_UNSPECIFIED' }, 'a');
  history.workflowTask('a');
  expect(derive(history).map(({ tick }) => [tick.tick, tick.interrupted])).toEqual([[1, true]]);
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
