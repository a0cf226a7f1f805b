import { expect, test } from 'vitest';
import type { JsonObject } from '../model/history-event.ts';
import { toCanonicalEvent } from './to-canonical-event.ts';
import { createFindings, walkEventJson } from './walk-json.ts';

const toEvent = (json: JsonObject) => toCanonicalEvent(walkEventJson(json, createFindings()));

test('the text has sorted keys and no spaces; the event is the same', () => {
  const { canonical, event } = toEvent({
    eventTime: '2026-11-23T20:41:01Z',
    eventId: '1',
    timerFiredEventAttributes: { timerId: 'b', startedEventId: '5' },
    eventType: 'EVENT_TYPE_TIMER_FIRED',
  });
  expect(canonical).toBe(
    '{"eventId":"1","eventTime":"2026-11-23T20:41:01Z","eventType":"EVENT_TYPE_TIMER_FIRED","timerFiredEventAttributes":{"startedEventId":"5","timerId":"b"}}',
  );
  expect(event).toMatchObject({ eventId: 1, eventType: 'TIMER_FIRED', attributes: { timerId: 'b' } });
});

test('a lone surrogate has no canonical text', () => {
  const event = { eventId: '1', eventTime: '2026-11-23T20:41:01Z', x: '\ud800' };
  expect(() => toEvent(event)).toThrow(expect.objectContaining({ code: 'history-invalid' }));
});
