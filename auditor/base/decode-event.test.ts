import proto from '@temporalio/proto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../model/history-event.ts';
import { createEventDecoder, decodeEvent, toAttributesKey, toDecodedEvent } from './decode-event.ts';
import { type Decoding, type Decodings, toPayloadHash } from './decodings.ts';
import { DEFAULT_REDACTIONS } from './redactions.ts';

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

const ENCRYPTED = { metadata: { encoding: toBase64('binary/encrypted') }, data: 'AAE=' };
const knowing =
  (decoding: Decoding): Decodings =>
  (payload) =>
    toPayloadHash(payload) === toPayloadHash(ENCRYPTED) ? decoding : undefined;

test('an opaque payload is shown with its encoding, its bytes and what is missing', () => {
  const note = 'encrypted; no codec is configured';
  expect(decodeEvent({ result: { payloads: [ENCRYPTED] } })).toEqual({
    result: [{ $opaque: { encoding: 'binary/encrypted', base64: 'AAE=', note } }],
  });
});

test('a decoded payload is shown as what it was, a failed one with the reason', () => {
  const event = { result: { payloads: [ENCRYPTED, payload(1)] } };
  expect(decodeEvent(event, knowing({ kind: 'decoded', payload: payload({ a: 1 }) }))).toEqual({
    result: [{ a: 1 }, 1],
  });
  expect(decodeEvent(event, knowing({ kind: 'failed', reason: 'no key' }))).toMatchObject({
    result: [{ $opaque: { note: 'no key' } }, 1],
  });
});

test("an encoded failure's message stands where a message stands", () => {
  const failure = { message: 'Encoded failure', encodedAttributes: ENCRYPTED };
  const attributes = { message: 'no funds', stack_trace: 'at buy' };
  const decodings = knowing({ kind: 'decoded', payload: payload(attributes) });
  expect(decodeEvent({ failure: { cause: failure } }, decodings)).toEqual({
    failure: { cause: { message: 'no funds', stackTrace: 'at buy', encodedAttributes: attributes } },
  });
  expect(decodeEvent({ failure })).toMatchObject({ failure: { message: 'Encoded failure' } });
});

test('the model form reads decodings too, and leaves out secrets', () => {
  const decode = createEventDecoder(
    knowing({ kind: 'decoded', payload: payload({ price: 5, apiKey: 'sesame' }) }),
    DEFAULT_REDACTIONS,
  );
  const event = {
    eventId: 5,
    eventType: 'ACTIVITY_TASK_SCHEDULED',
    eventTime: '2026-01-01T00:00:00Z',
    timeMicros: 0,
    attributes: { input: { payloads: [ENCRYPTED] } },
  };
  expect(decode(event).attributes).toEqual({ input: [{ price: 5, apiKey: '[redacted]' }] });
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
