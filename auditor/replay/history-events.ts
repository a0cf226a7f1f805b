import type { temporal } from '@temporalio/proto';
import proto from '@temporalio/proto';

/** Source: temporal.api.history.v1.HistoryEvent, decoded; ids are Long. */
export type TemporalHistoryEvent = temporal.api.history.v1.IHistoryEvent;

const { History } = proto.temporal.api.history.v1;
const { EventType } = proto.temporal.api.enums.v1;

/** Throws: protobufjs' error when the bytes are no History. */
export const decodeEvents = (history: Uint8Array): readonly TemporalHistoryEvent[] =>
  History.decode(history).events;

export const encodeEvents = (events: readonly TemporalHistoryEvent[]): Uint8Array =>
  History.encode({ events: [...events] }).finish();

export const eventIdOf = (event: TemporalHistoryEvent): number => Number(String(event.eventId));

/** Which attributes the event carries. Absent when: its type was not recognised by whoever wrote or read it. */
export const attributesKeyOf = (event: TemporalHistoryEvent): string | undefined =>
  Object.keys(event).find((key) => key.endsWith('EventAttributes'));

/** `ACTIVITY_TASK_SCHEDULED`. Absent when: this version knows no such type. */
export function eventTypeOf(event: TemporalHistoryEvent): string | undefined {
  const type = event.eventType ?? EventType.EVENT_TYPE_UNSPECIFIED;
  const name: string | undefined = EventType[type];
  return type === EventType.EVENT_TYPE_UNSPECIFIED ? undefined : name?.replace('EVENT_TYPE_', '');
}

/** `TIMER_STARTED` goes with `timerStartedEventAttributes`. */
export function toAttributesKey(eventType: string): string {
  const camel = eventType.toLowerCase().replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
  return `${camel}EventAttributes`;
}
