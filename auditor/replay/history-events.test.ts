import proto from '@temporalio/proto';
import { expect, test } from 'vitest';
import {
  attributesKeyOf,
  decodeEvents,
  encodeEvents,
  eventIdOf,
  eventTypeOf,
  toAttributesKey,
} from './history-events.ts';

const { EventType } = proto.temporal.api.enums.v1;
const { History } = proto.temporal.api.history.v1;

const types = Object.entries(EventType).filter(([, value]) => typeof value === 'number' && value !== 0);

test('every event type of this SDK goes with attributes named after it', () => {
  expect(types.length).toBeGreaterThan(50);
  for (const [name, eventType] of types) {
    const key = toAttributesKey(name.replace('EVENT_TYPE_', ''));
    const bytes = History.encode(
      History.fromObject({ events: [{ eventId: 7, eventType, [key]: {} }] }),
    ).finish();
    const [event] = decodeEvents(bytes);
    expect(event && [attributesKeyOf(event), eventTypeOf(event), eventIdOf(event)]).toEqual([
      key,
      name.replace('EVENT_TYPE_', ''),
      7,
    ]);
  }
});

test('a type from the future has no name', () => {
  const [event] = decodeEvents(
    History.encode(History.fromObject({ events: [{ eventType: 9_999 }] })).finish(),
  );
  expect(event && eventTypeOf(event)).toBeUndefined();
  expect(eventTypeOf({})).toBeUndefined();
});

test('events are the same after writing and reading', () => {
  const bytes = History.encode(
    History.fromObject({
      events: [{ eventId: 1, eventType: 1, workflowExecutionStartedEventAttributes: { workflowId: 'a' } }],
    }),
  ).finish();
  expect(encodeEvents(decodeEvents(bytes))).toEqual(bytes);
});

test('bytes that are no history are refused', () => {
  expect(() => decodeEvents(Uint8Array.of(0x0a, 0xff, 0xff))).toThrow();
});
