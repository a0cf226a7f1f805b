import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { HistoryWriter } from '../../decision-tree/_recorded/history-writer.ts';
import { createTaskWatch } from './task-watch.ts';

/** Whether a workflow task that is scheduled after these events is unexplained. */
function isUnexplained(plan: (history: HistoryWriter) => void): boolean {
  const history = new HistoryWriter();
  history.start('agent');
  history.workflowTask();
  plan(history);
  const scheduled = history.add('WORKFLOW_TASK_SCHEDULED');
  const tasks = createTaskWatch();
  for (const event of history.events.slice(0, -1)) tasks.observe(toDecodedEvent(event));
  return tasks.isUnexplained(toDecodedEvent(scheduled));
}

test('a task that comes later and for nothing in sight is unexplained, or at once after something was decided', () => {
  expect(isUnexplained((history) => history.wait(1000))).toBe(true);
  expect(isUnexplained((history) => history.timer('tea'))).toBe(true);
});

test('what came before a task was started is answered by that task, not by the next one', () => {
  expect(
    isUnexplained((history) => {
      const scheduledEventId = String(history.add('WORKFLOW_TASK_SCHEDULED').eventId);
      history.activity('getWeather', {});
      history.add('WORKFLOW_TASK_STARTED', { scheduledEventId });
      history.add('WORKFLOW_TASK_COMPLETED', { scheduledEventId });
      history.wait(1000);
    }),
  ).toBe(true);
});

test.each<[string, (history: HistoryWriter) => void]>([
  ['a signal', (history) => history.wait(1000).signal('say', {})],
  ['an outcome', (history) => history.wait(1000).activity('getWeather', {})],
  ['a task that failed', (history) => history.wait(1000).brokenTask('WORKFLOW_TASK_FAILED', {}, 'a')],
  ['a heartbeat', () => undefined],
])('%s explains it', (_name, plan) => {
  expect(isUnexplained(plan)).toBe(false);
});

test('a heartbeat is remembered as unexplained, so that an update can still be told from it', () => {
  const history = new HistoryWriter();
  history.start('agent');
  history.workflowTask();
  history.workflowTask();
  const tasks = createTaskWatch();
  for (const event of history.events) tasks.observe(toDecodedEvent(event));
  expect(tasks.wasUnexplained()).toBe(true);
});
