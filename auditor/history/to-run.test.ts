import { expect, test } from 'vitest';
import type { HistoryEvent, JsonObject } from '../model/history-event.ts';
import { toAdvancedRun, toRun, toStartedChild, toStatedIds } from './to-run.ts';

const KEY = { namespace: 'default', workflowId: 'trader-1', runId: 'run-2' };

function event(eventId: number, eventType: string, attributes: JsonObject = {}): HistoryEvent {
  return { eventId, eventType, eventTime: `2026-11-23T20:41:0${eventId}Z`, timeMicros: eventId, attributes };
}

const started = event(1, 'WORKFLOW_EXECUTION_STARTED', {
  workflowType: { name: 'agent' },
  firstExecutionRunId: 'run-1',
  continuedExecutionRunId: 'run-1',
  parentWorkflowExecution: { workflowId: 'boss', runId: 'boss-run' },
});

test('an open run in the middle of a chain', () => {
  expect(toRun(KEY, 'server', started, event(5, 'TIMER_FIRED'))).toEqual({
    ...KEY,
    workflowType: 'agent',
    status: 'running',
    startedAt: '2026-11-23T20:41:01Z',
    firstRunId: 'run-1',
    previousRunId: 'run-1',
    parent: { workflowId: 'boss', runId: 'boss-run' },
    eventCount: 5,
    source: 'server',
  });
});

test('a first run is the first of its chain; links of whoever is given as key do not count', () => {
  const key = { ...KEY, previousRunId: 'other', status: 'failed' };
  const run = toRun(
    key,
    'file',
    event(1, 'WORKFLOW_EXECUTION_STARTED'),
    event(1, 'WORKFLOW_EXECUTION_STARTED'),
  );
  expect(run).toEqual({
    ...KEY,
    workflowType: '',
    status: 'running',
    startedAt: '2026-11-23T20:41:01Z',
    firstRunId: 'run-2',
    eventCount: 1,
    source: 'file',
  });
});

test.each([
  ['COMPLETED', 'completed'],
  ['FAILED', 'failed'],
  ['CANCELED', 'canceled'],
  ['TERMINATED', 'terminated'],
  ['CONTINUED_AS_NEW', 'continued-as-new'],
  ['TIMED_OUT', 'timed-out'],
])('%s closes a run', (type, status) => {
  const run = toRun(KEY, 'server', started, started);
  const last = event(9, `WORKFLOW_EXECUTION_${type}`, { newExecutionRunId: 'run-3' });
  expect(toAdvancedRun(run, last)).toEqual({
    ...run,
    status,
    closedAt: '2026-11-23T20:41:09Z',
    nextRunId: 'run-3',
    eventCount: 9,
  });
});

test('ids that a file states: those of a reset run stand in the reset', () => {
  const first = event(1, 'WORKFLOW_EXECUTION_STARTED', { workflowId: 'w', originalExecutionRunId: 'base' });
  const reset = event(2, 'WORKFLOW_TASK_FAILED', {
    cause: 'WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW',
    newRunId: 'new',
  });
  expect(toStatedIds([first])).toEqual({ workflowId: 'w', runId: 'base' });
  expect(toStatedIds([first, reset])).toEqual({ workflowId: 'w', runId: 'new' });
  expect(toStatedIds([event(1, 'WORKFLOW_EXECUTION_STARTED', { workflowId: '' })])).toEqual({});
  expect(toStatedIds([])).toEqual({});
});

test('a child that has started', () => {
  const child = { workflowExecution: { workflowId: 'c', runId: 'r' } };
  expect(toStartedChild(event(7, 'CHILD_WORKFLOW_EXECUTION_STARTED', child))).toEqual({
    workflowId: 'c',
    runId: 'r',
  });
  expect(toStartedChild(event(8, 'CHILD_WORKFLOW_EXECUTION_COMPLETED', child))).toBeUndefined();
  expect(toStartedChild(event(7, 'CHILD_WORKFLOW_EXECUTION_STARTED'))).toBeUndefined();
});
