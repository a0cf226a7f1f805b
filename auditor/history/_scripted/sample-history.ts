import type { Json, JsonObject } from '../../model/history-event.ts';

export const SAMPLE_RUN = '01a20a89-b7e2-7151-b8da-e8f359c8976c';

/** A payload as servers store it. */
export function toPayload(value: Json): JsonObject {
  return {
    metadata: { encoding: btoa('json/plain') },
    data: Buffer.from(JSON.stringify(value)).toString('base64'),
  };
}

/** A history in canonical JSON with all that the forms of other tools write differently. */
export function sampleHistory(runId = SAMPLE_RUN): readonly JsonObject[] {
  return [
    event(1, 'WORKFLOW_EXECUTION_STARTED', {
      workflowId: 'trader',
      workflowType: { name: 'agent' },
      taskQueue: { name: 'desk', kind: 'TASK_QUEUE_KIND_NORMAL' },
      input: { payloads: [toPayload({ ticker: 'NVDA', shares: 40 }), toPayload('BUY')] },
      originalExecutionRunId: runId,
      firstExecutionRunId: runId,
      retryPolicy: { backoffCoefficient: 2, initialInterval: '1s', maximumAttempts: 3 },
      firstWorkflowTaskBackoff: '0s',
      attempt: 1,
      header: {},
    }),
    event(2, 'WORKFLOW_TASK_SCHEDULED', {
      taskQueue: { name: 'desk', kind: 'TASK_QUEUE_KIND_NORMAL' },
      attempt: 1,
    }),
    event(3, 'WORKFLOW_TASK_STARTED', {
      scheduledEventId: '2',
      identity: 'worker',
      historySizeBytes: '4503599627370497',
    }),
    event(4, 'WORKFLOW_TASK_COMPLETED', { scheduledEventId: '2', startedEventId: '3', identity: 'worker' }),
    event(5, 'ACTIVITY_TASK_SCHEDULED', {
      activityId: '1',
      activityType: { name: 'quote' },
      input: { payloads: [toPayload('done'), toPayload([1, 2])] },
      startToCloseTimeout: '0.300s',
      workflowTaskCompletedEventId: '4',
    }),
    event(6, 'ACTIVITY_TASK_STARTED', { scheduledEventId: '5', attempt: 1 }),
    event(7, 'ACTIVITY_TASK_TIMED_OUT', {
      scheduledEventId: '5',
      startedEventId: '6',
      retryState: 'RETRY_STATE_TIMEOUT',
      failure: { message: 'late', timeoutFailureInfo: { timeoutType: 'TIMEOUT_TYPE_START_TO_CLOSE' } },
    }),
    event(8, 'WORKFLOW_EXECUTION_COMPLETED', { result: { payloads: [toPayload('ok')] } }),
  ];
}

function event(id: number, type: string, attributes: JsonObject): JsonObject {
  const camel = type.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return {
    eventId: String(id),
    eventTime: `2026-11-23T20:41:0${id}.00000000${id}Z`,
    eventType: `EVENT_TYPE_${type}`,
    taskId: String(1_048_576 + id),
    [`${camel}EventAttributes`]: attributes,
  };
}
