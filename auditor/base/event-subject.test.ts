import { expect, test } from 'vitest';
import type { JsonObject } from '../model/history-event.ts';
import { toDecodedEvent } from './decode-event.ts';
import { findAttempt, toSubject } from './event-subject.ts';

const event = (eventType: string, attributes: JsonObject = {}) =>
  toDecodedEvent({ eventId: 9, eventType, eventTime: '2026-01-01T00:00:00Z', timeMicros: 0, attributes });

test.each([
  ['ACTIVITY_TASK_SCHEDULED', {}, 'activity 9 pending'],
  ['ACTIVITY_TASK_STARTED', { scheduledEventId: '5' }, 'activity 5 pending'],
  ['ACTIVITY_TASK_CANCEL_REQUESTED', { scheduledEventId: '5' }, 'activity 5 pending'],
  ['ACTIVITY_TASK_TIMED_OUT', { scheduledEventId: '5', startedEventId: '6' }, 'activity 5 timed-out'],
  ['TIMER_FIRED', { startedEventId: '5' }, 'timer 5 fired'],
  ['CHILD_WORKFLOW_EXECUTION_COMPLETED', { initiatedEventId: '5', startedEventId: '6' }, 'child 5 completed'],
  ['START_CHILD_WORKFLOW_EXECUTION_FAILED', { initiatedEventId: '5' }, 'child 5 failed'],
  ['EXTERNAL_WORKFLOW_EXECUTION_SIGNALED', { initiatedEventId: '5' }, 'signal-external 5 completed'],
  ['EXTERNAL_WORKFLOW_EXECUTION_CANCEL_REQUESTED', { initiatedEventId: '5' }, 'cancel-external 5 completed'],
  [
    'REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED',
    { initiatedEventId: '5' },
    'cancel-external 5 failed',
  ],
  ['NEXUS_OPERATION_CANCEL_REQUEST_FAILED', { scheduledEventId: '5' }, 'nexus-operation 5 pending'],
  ['WORKFLOW_TASK_FAILED', { scheduledEventId: '5' }, 'workflow-task 5 failed'],
  ['WORKFLOW_EXECUTION_UPDATE_COMPLETED', { acceptedEventId: '5', outcome: {} }, 'update 5 completed'],
  [
    'WORKFLOW_EXECUTION_UPDATE_COMPLETED',
    { acceptedEventId: '5', outcome: { failure: {} } },
    'update 5 failed',
  ],
  ['WORKFLOW_EXECUTION_TERMINATED', {}, 'workflow 9 terminated'],
  ['MARKER_RECORDED', { markerName: 'core_local_activity', failure: {} }, 'local-activity 9 failed'],
  ['WORKFLOW_PAUSED_BY_MOON', {}, 'other 9 completed'],
])('%s %o: %s', (eventType, attributes, subject) => {
  const { kind, headEventId, status } = toSubject(event(eventType, attributes));
  expect(`${kind} ${headEventId} ${status}`).toBe(subject);
});

test('the attempt stands in the event, or in what a marker records', () => {
  expect(findAttempt(event('ACTIVITY_TASK_STARTED', { attempt: 3 }))).toBe(3);
  const details = { data: [{ activity_type: 'a', attempt: 2 }] };
  expect(findAttempt(event('MARKER_RECORDED', { markerName: 'core_local_activity', details }))).toBe(2);
  expect(findAttempt(event('TIMER_FIRED'))).toBeUndefined();
});
