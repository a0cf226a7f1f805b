import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from './_recorded/history-writer.ts';
import { findCodeChanges } from './code-changes.ts';
import { pairWorkflowTasks } from './workflow-tasks.ts';

function write(...buildIds: readonly string[]) {
  const history = new HistoryWriter();
  for (const buildId of buildIds) history.workflowTask('host:worker:1', { workerVersion: { buildId } });
  return pairWorkflowTasks(history.events.map(toDecodedEvent));
}

test('the task that was answered by other code says so', () => {
  const [change, ...others] = findCodeChanges({ runId: 'r', workflowTasks: write('a', 'b', 'b') });
  expect(others).toEqual([]);
  expect(change).toMatchObject({
    text: 'The workflow code changed: a decided until here, b from here on.',
    citations: [{ eventId: 6, pointer: '/workflowTaskCompletedEventAttributes/workerVersion/buildId' }],
  });
});

test('also against the tick before', () => {
  const workflowTasks = write('b');
  expect(findCodeChanges({ runId: 'r', workflowTasks, buildIdBefore: 'a' })).toHaveLength(1);
  expect(findCodeChanges({ runId: 'r', workflowTasks, buildIdBefore: 'b' })).toEqual([]);
  expect(findCodeChanges({ runId: 'r', workflowTasks })).toEqual([]);
});
