/**
 * Members that differ between any two runs, whatever the agent did: ids, times, digests of content that holds these, a provider's raw
 * answer (its content stands beside it). They are never called a difference; a comparison says that it leaves them out.
 */
export const IGNORED_KEYS: ReadonlySet<string> = new Set(
  [
    ...[
      'id',
      'callId',
      'toolCallId',
      'toolUseId',
      'responseId',
      'previousResponseId',
      'requestId',
      'messageId',
    ],
    ...[
      'conversationId',
      'workflowId',
      'runId',
      'traceId',
      'spanId',
      'groupId',
      'activityId',
      'tradeId',
      'clOrdId',
    ],
    ...[
      'orderId',
      'execId',
      'executionId',
      'idempotencyKey',
      'hash',
      'orderHash',
      'digest',
      'timestamp',
      'time',
      'createdAt',
      'updatedAt',
    ],
    ...[
      'startedAt',
      'completedAt',
      'expiresAt',
      'askedAt',
      'answeredAt',
      'transactTime',
      'observedAt',
      'date',
    ],
    ...['durationMs', 'latencyMs', 'providerData', 'tracing'],
  ].map(toPlainKey),
);

/** `callId`, `call_id` and `call id` are one name. */
function toPlainKey(key: string): string {
  return key.replaceAll(/[_ -]/g, '').toLowerCase();
}

export const isIgnoredKey = (key: string): boolean => IGNORED_KEYS.has(toPlainKey(key));
