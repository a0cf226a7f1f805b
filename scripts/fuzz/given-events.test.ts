import { expect, test } from 'vitest';
import { listGivenEvents } from './given-events.ts';

const list = (text: string, format: string) => listGivenEvents(Buffer.from(text), format);

test('events where each form has them', () => {
  const events = new Map([['7', { eventId: '007' }]]);
  expect(list('{"events":[{"eventId":"007"}]}', 'canonical-json')).toEqual(events);
  expect(list('[{"eventId":"007"},5]', 'event-list')).toEqual(events);
  expect(list('{"history":{"events":[{"eventId":"007"}]}}', 'http-api')).toEqual(events);
  expect(list('{"eventId":"007"}\n\n', 'json-lines')).toEqual(events);
});

test('absent where values are written in another way', () => {
  expect(list('[]', 'ui-raw')).toBeUndefined();
  expect(list('\x1f\x8b', 'canonical-json')).toBeUndefined();
  expect(list('{}', 'canonical-json')).toBeUndefined();
});
