import { expect, test } from 'vitest';
import type { JsonObject } from '../model/history-event.ts';
import { decodeEvent } from './decode-event.ts';
import { redactEvent } from './redact-event.ts';
import { createRedactions, DEFAULT_REDACTIONS } from './redactions.ts';

const toBase64 = (text: string): string => Buffer.from(text).toString('base64');
const payload = (text: string, encoding = 'json/plain') => ({
  metadata: { encoding: toBase64(encoding) },
  data: toBase64(text),
});

const EVENT: JsonObject = {
  eventId: '7',
  activityTaskScheduledEventAttributes: {
    header: { fields: { Authorization: payload('x', 'binary/encrypted'), trace: payload('"t"') } },
    input: {
      payloads: [payload('{ "id": 12345678901234567891, "apiKey": "sesame" }'), payload('{ "price": 1 }')],
    },
  },
};

test('secrets are replaced inside payloads; all else keeps its bytes', () => {
  const redacted = redactEvent(EVENT, DEFAULT_REDACTIONS);
  expect(decodeEvent(redacted)).toEqual({
    eventId: '7',
    activityTaskScheduledEventAttributes: {
      header: { fields: { Authorization: '[redacted]', trace: 't' } },
      input: [{ id: { $number: '12345678901234567891' }, apiKey: '[redacted]' }, { price: 1 }],
    },
  });
  expect(redacted).toMatchObject({
    activityTaskScheduledEventAttributes: {
      header: { fields: { trace: payload('"t"') } },
      input: {
        payloads: [payload('{"id":12345678901234567891,"apiKey":"[redacted]"}'), payload('{ "price": 1 }')],
      },
    },
  });
});

test('a pointer to a whole list hides every payload of it', () => {
  const rules = createRedactions({ pointers: ['/activityTaskScheduledEventAttributes/input'] });
  expect(redactEvent(EVENT, rules)).toMatchObject({
    activityTaskScheduledEventAttributes: {
      input: { payloads: [payload('"[redacted]"'), payload('"[redacted]"')] },
    },
  });
});

test('without a secret the event is the same', () => {
  const event = { eventId: '1', input: { payloads: [payload('{ "a": 1 }')] } };
  expect(redactEvent(event, DEFAULT_REDACTIONS)).toBe(event);
  expect(redactEvent(redactEvent(EVENT, DEFAULT_REDACTIONS), DEFAULT_REDACTIONS)).toEqual(
    redactEvent(EVENT, DEFAULT_REDACTIONS),
  );
});
