import { member, textMember } from '../base/json-members.ts';
import { toRecordedFailure } from '../base/recorded-failure.ts';
import type { Activity } from '../model/activity.ts';
import type { DecodedEvent } from '../model/history-event.ts';

const CLOSING: Readonly<Record<string, Activity['outcome']>> = {
  NEXUS_OPERATION_COMPLETED: 'completed',
  NEXUS_OPERATION_FAILED: 'failed',
  NEXUS_OPERATION_TIMED_OUT: 'timed-out',
  NEXUS_OPERATION_CANCELED: 'canceled',
};

export const isNexusEnd = (eventType: string): boolean => Object.hasOwn(CLOSING, eventType);

type NexusParts = {
  readonly scheduled: DecodedEvent;
  readonly started?: DecodedEvent;
  readonly closed?: DecodedEvent;
};

/** A Nexus operation as an activity: it has one input and one result, and no attempts of workers that one could name. */
export function toNexusOperation({ scheduled, started, closed }: NexusParts): Activity {
  const input = member(scheduled.attributes, 'input');
  const result = member(closed?.attributes, 'result');
  const failure = toRecordedFailure(member(closed?.attributes, 'failure'));
  return {
    kind: 'nexus-operation',
    activityId: textMember(scheduled.attributes, 'requestId') ?? '',
    activityType: textMember(scheduled.attributes, 'operation') ?? 'unnamed operation',
    scheduled,
    outcome: (closed && CLOSING[closed.eventType]) ?? 'pending',
    input: input === undefined ? [] : [input],
    ...(started ? { started } : {}),
    ...(closed ? { closed, durationMs: Math.max(0, (closed.timeMicros - scheduled.timeMicros) / 1000) } : {}),
    ...(result === undefined ? {} : { result: [result] }),
    ...(failure ? { failure } : {}),
  };
}
