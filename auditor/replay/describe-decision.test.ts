import proto from '@temporalio/proto';
import { expect, test } from 'vitest';
import { describeDecision } from './describe-decision.ts';
import { decodeEvents } from './history-events.ts';

const { EventType } = proto.temporal.api.enums.v1;
const { History } = proto.temporal.api.history.v1;

test.each([
  [
    { activityTaskScheduledEventAttributes: { activityType: { name: 'placeOrder' } } },
    'schedules activity placeOrder',
  ],
  [
    { timerStartedEventAttributes: { startToFireTimeout: { seconds: 10, nanos: 500_000_000 } } },
    'starts a 10.5 s timer',
  ],
  [
    { startChildWorkflowExecutionInitiatedEventAttributes: { workflowType: { name: 'backtestSandbox' } } },
    'starts child workflow backtestSandbox',
  ],
  [
    { signalExternalWorkflowExecutionInitiatedEventAttributes: { signalName: 'stop' } },
    'signals stop to another workflow',
  ],
  [{ markerRecordedEventAttributes: { markerName: 'core_patch' } }, 'records marker core_patch'],
  [{ eventType: EventType.EVENT_TYPE_WORKFLOW_PROPERTIES_MODIFIED }, 'changes the memo'],
  [{ eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED }, 'completes the workflow'],
  [{ eventType: EventType.EVENT_TYPE_NEXUS_OPERATION_SCHEDULED }, 'has NEXUS_OPERATION_SCHEDULED'],
  [{ eventType: 9_999 }, 'has an event of unknown type'],
])('%j', (event, phrase) => {
  const [decoded] = decodeEvents(
    History.encode(History.fromObject({ events: [{ eventId: 1, ...event }] })).finish(),
  );
  expect(decoded && describeDecision(decoded)).toBe(phrase);
});
