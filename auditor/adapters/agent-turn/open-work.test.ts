import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { HistoryWriter } from '../../decision-tree/_recorded/history-writer.ts';
import { createOpenWork } from './open-work.ts';

function watch(history: HistoryWriter, { askForTools = false } = {}) {
  const work = createOpenWork();
  for (const event of history.events) work.observe(toDecodedEvent(event), { isCall: false, askForTools });
  return work;
}

test('work is under way until the code has seen its outcome', () => {
  const history = new HistoryWriter();
  const activity = history.schedule('getWeather');
  expect(watch(history).isIdle()).toBe(false);
  history.finish(activity);
  expect(watch(history).isIdle()).toBe(false);
  history.workflowTask();
  expect(watch(history).isIdle()).toBe(true);
});

test('an abandoned child and a session are nothing to wait for', () => {
  const history = new HistoryWriter();
  history.schedule('files-stateful-server-session');
  const abandoned = { parentClosePolicy: 'PARENT_CLOSE_POLICY_ABANDON' };
  history.add('START_CHILD_WORKFLOW_EXECUTION_INITIATED', abandoned);
  expect(watch(history).isIdle()).toBe(true);
  history.add('START_CHILD_WORKFLOW_EXECUTION_INITIATED', {});
  expect(watch(history).isIdle()).toBe(false);
});

test('a timer is awaited where it stands for a tool, and nowhere else', () => {
  const history = new HistoryWriter();
  const timer = history.timer('a minute');
  const fired = toDecodedEvent(new HistoryWriter().add('TIMER_FIRED', { startedEventId: String(timer) }));
  expect(watch(history, { askForTools: true }).isAwaited(fired)).toBe(true);
  expect(watch(history).isAwaited(fired)).toBe(false);
  const other = new HistoryWriter();
  other.activity('getWeather', {});
  const later = other.timer('a minute');
  const end = toDecodedEvent(new HistoryWriter().add('TIMER_FIRED', { startedEventId: String(later) }));
  expect(watch(other, { askForTools: true }).isAwaited(end)).toBe(false);
});
