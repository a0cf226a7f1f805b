import { isJsonList, member, textMember } from '../../base/json-members.ts';
import type { DecodedEvent, Json } from '../../model/history-event.ts';

/** A signal as it came in: whatever its sender put into it. */
export type ReceivedSignal = {
  readonly name: string;
  readonly argument: Json | undefined;
  /** Client that sent it, as the server recorded it. Absent when: not recorded. */
  readonly identity?: string;
  readonly event: DecodedEvent;
};

/** Signals of a tick, in event order. */
export function readSignals(events: readonly DecodedEvent[]): readonly ReceivedSignal[] {
  return events
    .filter((event) => event.eventType === 'WORKFLOW_EXECUTION_SIGNALED')
    .map((event) => {
      const input = member(event.attributes, 'input');
      const identity = textMember(event.attributes, 'identity');
      return {
        name: textMember(event.attributes, 'signalName') ?? 'unnamed',
        argument: isJsonList(input) ? input[0] : undefined,
        ...(identity ? { identity } : {}),
        event,
      };
    });
}
