import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from '../decision-tree/_recorded/history-writer.ts';
import { endsRun, toRole } from './generic-roles.ts';

const roleOf = (eventType: string, attributes = {}) =>
  toRole(toDecodedEvent(new HistoryWriter().add(eventType, attributes)));
const ofTask = { workflowTaskCompletedEventId: '4' };

test.each([
  ['ACTIVITY_TASK_SCHEDULED', ofTask, 'decision'],
  ['WORKFLOW_EXECUTION_COMPLETED', ofTask, 'decision'],
  ['WORKFLOW_EXECUTION_UPDATE_ACCEPTED', {}, 'decision'],
  ['WORKFLOW_EXECUTION_SIGNALED', {}, 'stimulus'],
  ['ACTIVITY_TASK_COMPLETED', {}, 'stimulus'],
  ['START_CHILD_WORKFLOW_EXECUTION_FAILED', ofTask, 'stimulus'],
  ['ACTIVITY_TASK_STARTED', {}, 'bookkeeping'],
  ['WORKFLOW_TASK_COMPLETED', {}, 'bookkeeping'],
  ['WORKFLOW_EXECUTION_TERMINATED', {}, 'closed-from-outside'],
  ['UNKNOWN_999', {}, 'stimulus'],
])('%s %o is a %s', (eventType, attributes, role) => {
  expect(roleOf(eventType, attributes)).toBe(role);
});

test('a run ends by its own decision, an update ends nothing', () => {
  const ends = (eventType: string) => endsRun(toDecodedEvent(new HistoryWriter().add(eventType)));
  expect(ends('WORKFLOW_EXECUTION_CONTINUED_AS_NEW')).toBe(true);
  expect(ends('WORKFLOW_EXECUTION_UPDATE_COMPLETED')).toBe(false);
  expect(ends('TIMER_STARTED')).toBe(false);
});
