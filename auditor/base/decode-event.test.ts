import proto from '@temporalio/proto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../model/history-event.ts';
import { decodeEvent, toAttributesKey, toDecodedEvent } from './decode-event.ts';

const toBase64 = (text: string): string => Buffer.from(text).toString('base64');
const payload = (value: Json) => ({
  metadata: { encoding: toBase64('json/plain') },
  data: toBase64(JSON.stringify(value)),
});

test('a list of payloads becomes a list of values, a map of payloads a map of values', () => {
  const event = {
    eventId: '7',
    activityTaskCompletedEventAttributes: {
      result: { payloads: [payload({ priceCents: 12 }), payload(null)] },
    },
    memo: { fields: { strategy: payload('rsi') } },
    userMetadata: { summary: payload('tick 3') },
  };
  expect(decodeEvent(event)).toEqual({
    eventId: '7',
    activityTaskCompletedEventAttributes: { result: [{ priceCents: 12 }, null] },
    memo: { fields: { strategy: 'rsi' } },
    userMetadata: { summary: 'tick 3' },
  });
});

test('an opaque payload is shown with its encoding and its bytes', () => {
  const opaque = { metadata: { encoding: toBase64('binary/encrypted') }, data: 'AAE=' };
  expect(decodeEvent({ result: { payloads: [opaque] } })).toEqual({
    result: [{ $opaque: { encoding: 'binary/encrypted', base64: 'AAE=' } }],
  });
});

test('a value that looks like a payload is not decoded a second time', () => {
  const inner = payload('secret');
  expect(decodeEvent({ input: { payloads: [payload(inner)] } })).toEqual({ input: [inner] });
});

test('a key __proto__ stays data', () => {
  const hostile: JsonObject = JSON.parse('{"fields":{"__proto__":{"metadata":{"encoding":"eA=="}}}}');
  const decoded = decodeEvent(hostile);
  expect(Object.keys(Object(decoded.fields))).toEqual(['__proto__']);
});

test('nesting without end does not overflow the stack', () => {
  let failure: Json = {};
  for (let depth = 0; depth < 50_000; depth += 1) failure = { cause: failure };
  expect(() => decodeEvent({ failure })).not.toThrow();
});

test('every event type finds its attributes', () => {
  const known = proto.temporal.api.history.v1.HistoryEvent.create();
  const { EventType } = proto.temporal.api.enums.v1;
  const names = Object.keys(EventType).filter(
    (name) => name !== 'EVENT_TYPE_UNSPECIFIED' && !/^\d/.test(name),
  );
  const keys = names.map((name) => toAttributesKey(name.replace('EVENT_TYPE_', '')));
  expect(names.length).toBeGreaterThan(50);
  expect(keys.filter((key) => !(key in known))).toEqual([]);
});

test('the model form keeps the event and names the attributes', () => {
  const event = toDecodedEvent({
    eventId: 5,
    eventType: 'TIMER_STARTED',
    eventTime: '2026-01-01T00:00:00Z',
    timeMicros: 0,
    attributes: { input: { payloads: [payload(1)] } },
  });
  expect(event).toMatchObject({ attributesKey: 'timerStartedEventAttributes', attributes: { input: [1] } });
});

test('any JSON never throws', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const json: JsonObject = JSON.parse(JSON.stringify(value));
      expect(() => decodeEvent(json)).not.toThrow();
    }),
  );
});
