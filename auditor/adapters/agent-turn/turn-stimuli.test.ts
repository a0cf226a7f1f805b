import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { HistoryWriter } from '../../decision-tree/_recorded/history-writer.ts';
import type { JsonObject } from '../../model/history-event.ts';
import { isAcceptedUpdate, isTurnStimulus } from './turn-stimuli.ts';

const toEvent = (eventType: string, attributes: JsonObject = {}) =>
  toDecodedEvent(new HistoryWriter().add(eventType, attributes));

test.each([
  ['WORKFLOW_EXECUTION_SIGNALED', { signalName: 'say' }, true],
  ['WORKFLOW_EXECUTION_SIGNALED', { signalName: '__temporal_workflow_stream_publish' }, false],
  ['WORKFLOW_EXECUTION_CANCEL_REQUESTED', {}, true],
  ['TIMER_FIRED', { startedEventId: '40' }, true],
  ['TIMER_CANCELED', { startedEventId: '40' }, false],
  ['TIMER_STARTED', {}, false],
  ['ACTIVITY_TASK_STARTED', { scheduledEventId: '40' }, false],
  ['ACTIVITY_TASK_COMPLETED', { scheduledEventId: '40' }, true],
  ['CHILD_WORKFLOW_EXECUTION_FAILED', { initiatedEventId: '40' }, true],
  ['EXTERNAL_WORKFLOW_EXECUTION_SIGNALED', { initiatedEventId: '40' }, false],
  ['WORKFLOW_TASK_COMPLETED', { scheduledEventId: '40' }, false],
  ['MARKER_RECORDED', {}, false],
])('%s %o wakes an agent that waits for nothing: %s', (eventType, attributes, wakes) => {
  expect(isTurnStimulus(toEvent(eventType, attributes), () => false)).toBe(wakes);
});

test('an outcome that the turn waits for does not wake it anew', () => {
  expect(isTurnStimulus(toEvent('ACTIVITY_TASK_COMPLETED', { scheduledEventId: '4' }), () => true)).toBe(
    false,
  );
});

test('an update of a client is one, an update that polls a stream is not', () => {
  const accept = (name: string) =>
    toEvent('WORKFLOW_EXECUTION_UPDATE_ACCEPTED', { acceptedRequest: { input: { name } } });
  expect(isAcceptedUpdate(accept('say'))).toBe(true);
  expect(isAcceptedUpdate(accept('__temporal_workflow_stream_poll'))).toBe(false);
});
