import type { RecordedFailure } from '../model/activity.ts';
import type { Json } from '../model/history-event.ts';
import { objectMember, textMember } from './json-members.ts';

/**
 * A failure as ProtoJSON → what a reader needs of it.
 *
 * Absent when: the value is no failure.
 * Source: temporal.api.failure.v1.Failure.
 */
export function toRecordedFailure(failure: Json | undefined): RecordedFailure | undefined {
  const message = textMember(failure, 'message');
  const type = textMember(objectMember(failure, 'applicationFailureInfo'), 'type');
  const timeout = objectMember(failure, 'timeoutFailureInfo');
  if (message === undefined && type === undefined && timeout === undefined) return undefined;
  return {
    message: message ?? '',
    ...(type ? { type } : {}),
    ...(timeout ? { timeoutType: toTimeoutType(textMember(timeout, 'timeoutType')) } : {}),
  };
}

/** `TIMEOUT_TYPE_START_TO_CLOSE` → `START_TO_CLOSE`. */
export function toTimeoutType(name: string | undefined): string {
  return (name ?? 'UNSPECIFIED').replace(/^TIMEOUT_TYPE_/, '');
}
