import fc from 'fast-check';
import protobuf from 'protobufjs';
import { afterEach, expect, test } from 'vitest';
import { toCanonicalJson } from '../base/canonical-json.ts';
import { toEventJson } from './_reference/to-event-json-by-descriptor.ts';
import { anyMessage } from './_scripted/any-event.ts';
import { fromEventJson } from './from-event-json.ts';
import { HISTORY_EVENT } from './temporal-descriptors.ts';
import { toCanonicalText } from './to-canonical-event.ts';
import { keepUnknownFields } from './unknown-fields.ts';
import { walkEventMessage } from './walk-message.ts';

afterEach(() => {
  protobuf.Reader.discardUnknown = true;
});

/** As it comes from a server: by way of the wire. */
function overTheWire(properties: { [key: string]: unknown }): object {
  return HISTORY_EVENT.decode(HISTORY_EVENT.encode(HISTORY_EVENT.fromObject(properties)).finish());
}

const toJson = (message: object) => walkEventMessage(message).json;
const jsonOf = (properties: { [key: string]: unknown }) => toJson(overTheWire(properties));

test('int64 is text, also beyond what a number holds; int32 is a number', () => {
  expect(
    jsonOf({
      eventId: '9007199254740993',
      activityTaskStartedEventAttributes: { scheduledEventId: '-1', attempt: 2 },
    }),
  ).toEqual({
    eventId: '9007199254740993',
    activityTaskStartedEventAttributes: { scheduledEventId: '-1', attempt: 2 },
  });
});

test.each([
  [0, '2026-11-23T20:41:01Z'],
  [1, '2026-11-23T20:41:01.000000001Z'],
  [50_000, '2026-11-23T20:41:01.000050Z'],
  [120_000_000, '2026-11-23T20:41:01.120Z'],
])('a time with %d ns', (nanos, text) => {
  expect(jsonOf({ eventTime: { seconds: '1795466461', nanos } })).toEqual({ eventTime: text });
});

test('a negative duration keeps its sign, also without whole seconds', () => {
  const timeout = (value: object) => ({ timerStartedEventAttributes: { startToFireTimeout: value } });
  expect(jsonOf(timeout({ seconds: '-1', nanos: -500_000_000 }))).toEqual(timeoutText('-1.500s'));
  expect(jsonOf(timeout({ nanos: -1 }))).toEqual(timeoutText('-0.000000001s'));
  expect(jsonOf(timeout({}))).toEqual(timeoutText('0s'));
});

const timeoutText = (text: string) => ({ timerStartedEventAttributes: { startToFireTimeout: text } });

test('a float32 is written as the shortest decimal that is that float32', () => {
  const event = jsonOf({ activityTaskScheduledEventAttributes: { priority: { fairnessWeight: 0.1 } } });
  expect(event).toEqual({ activityTaskScheduledEventAttributes: { priority: { fairnessWeight: 0.1 } } });
  const double = { workflowExecutionStartedEventAttributes: { retryPolicy: { backoffCoefficient: 0.1 } } };
  expect(jsonOf(double)).toEqual(double);
});

test('an enum is its full name, one from the future its number', () => {
  expect(jsonOf({ eventType: 10 })).toEqual({ eventType: 'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED' });
  expect(jsonOf({ eventType: 9999 })).toEqual({ eventType: 9999 });
});

test('bytes are padded base64', () => {
  const data = Buffer.from([0xfb, 0xff, 0xfe, 0x01]);
  const event = jsonOf({ userMetadata: { summary: { data } } });
  expect(event).toEqual({ userMetadata: { summary: { data: '+//+AQ==' } } });
});

test('what is unset or a default is left out; an empty message stays', () => {
  const started = { header: { fields: {} }, identity: '', attempt: 0, memo: null };
  expect(
    jsonOf({
      eventId: '1',
      links: [],
      workerMayIgnore: false,
      workflowExecutionStartedEventAttributes: started,
    }),
  ).toEqual({
    eventId: '1',
    workflowExecutionStartedEventAttributes: { header: {} },
  });
});

test('a member of a oneof stays, although it is a default', () => {
  const options = { versioningOverride: { autoUpgrade: false } };
  const event = { workflowExecutionStartedEventAttributes: options };
  expect(jsonOf(event)).toEqual(event);
});

test('a key __proto__ in a map is a key', () => {
  const fields = JSON.parse('{"__proto__":{"data":"AQ=="}}');
  const { message } = fromEventJson({ workflowExecutionStartedEventAttributes: { memo: { fields } } });
  expect(toCanonicalJson(toJson(message))).toBe(
    '{"workflowExecutionStartedEventAttributes":{"memo":{"fields":{"__proto__":{"data":"AQ=="}}}}}',
  );
});

test('fields that this protobuf version does not know are kept with number and bytes', () => {
  const wire = protobuf.Writer.create()
    .uint32(8)
    .int64(7)
    .uint32((4000 << 3) | 2)
    .string('new')
    .finish();
  expect(toJson(HISTORY_EVENT.decode(wire))).toEqual({ eventId: '7' });
  keepUnknownFields();
  expect(toJson(HISTORY_EVENT.decode(wire))).toEqual({
    eventId: '7',
    $unknown: [{ no: 4000, wire: 2, data: Buffer.from('\x03new').toString('base64') }],
  });
});

test('event → JSON → event → JSON gives the same bytes', () => {
  fc.assert(
    fc.property(anyMessage(HISTORY_EVENT), (properties) => {
      const first = jsonOf(properties);
      const { message, lost } = fromEventJson(JSON.parse(toCanonicalJson(first)));
      expect(lost).toEqual([]);
      expect(toCanonicalJson(toJson(message))).toBe(toCanonicalJson(first));
      // Protobuf itself is not canonical: compare what the bytes mean.
      const again = HISTORY_EVENT.decode(HISTORY_EVENT.encode(message).finish());
      expect(toCanonicalJson(toJson(again))).toBe(toCanonicalJson(first));
    }),
    { numRuns: 300 },
  );
});

test('any event is the same as by its descriptors one by one', () => {
  fc.assert(
    fc.property(anyMessage(HISTORY_EVENT), (properties) => {
      const event = overTheWire(properties);
      expect(toCanonicalText(walkEventMessage(event))).toBe(toCanonicalJson(toEventJson(event)));
    }),
    { numRuns: 500 },
  );
});
