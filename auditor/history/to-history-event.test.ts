import { expect, test } from 'vitest';
import type { JsonObject } from '../model/history-event.ts';
import { toHistoryEvent } from './to-history-event.ts';

test('an event as later stages know it', () => {
  const started = { startToFireTimeout: '10s', timerId: '1' };
  expect(
    toHistoryEvent({
      eventId: '12',
      eventTime: '2026-11-23T20:41:01.123456789Z',
      eventType: 'EVENT_TYPE_TIMER_STARTED',
      timerStartedEventAttributes: started,
      userMetadata: { summary: { metadata: { encoding: btoa('json/plain') }, data: btoa('"tick 14"') } },
    }),
  ).toEqual({
    eventId: 12,
    eventType: 'TIMER_STARTED',
    eventTime: '2026-11-23T20:41:01.123456789Z',
    timeMicros: 1795466461123456,
    attributes: started,
    summary: 'tick 14',
  });
});

test('types of a newer server keep a name', () => {
  const event = { eventId: '1', eventTime: '2026-11-23T20:41:01Z' };
  expect(toHistoryEvent({ ...event, eventType: 999 }).eventType).toBe('UNKNOWN_999');
  expect(toHistoryEvent({ ...event, eventType: 'EVENT_TYPE_COMET' }).eventType).toBe('COMET');
  expect(toHistoryEvent(event)).toMatchObject({ eventType: 'UNKNOWN_TYPE', attributes: {} });
});

test.each<[string, JsonObject]>([
  ['An event has no id.', { eventTime: '2026-11-23T20:41:01Z' }],
  ['An event has the id "0".', { eventId: '0', eventTime: '2026-11-23T20:41:01Z' }],
  ['An event has the id "99999999999999999999".', { eventId: '99999999999999999999' }],
  ['Event 3 has no eventTime.', { eventId: '3' }],
  ['Not a time: "now".', { eventId: '3', eventTime: 'now' }],
])('%s', (message, event) => {
  expect(() => toHistoryEvent(event)).toThrow(expect.objectContaining({ code: 'history-invalid', message }));
});
