import { idMember } from '../../base/json-members.ts';
import type { DecodedEvent } from '../../model/history-event.ts';

/** A wait of the workflow. */
export type TimerWait = {
  readonly started: DecodedEvent;
  /** TIMER_FIRED or TIMER_CANCELED. Absent when: it still runs. */
  readonly ended?: DecodedEvent;
};

/** The newest timer whose summary fits. Absent when: none. */
export function readTimer(events: readonly DecodedEvent[], summary: RegExp): TimerWait | undefined {
  const started = events.findLast(
    (event) => event.eventType === 'TIMER_STARTED' && summary.test(event.summary ?? ''),
  );
  if (!started) return undefined;
  const ended = events.find(
    (event) =>
      (event.eventType === 'TIMER_FIRED' || event.eventType === 'TIMER_CANCELED') &&
      idMember(event.attributes, 'startedEventId') === started.eventId,
  );
  return { started, ...(ended ? { ended } : {}) };
}
