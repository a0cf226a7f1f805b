import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { listGivenEvents, listTexts } from './given-events.ts';

const list = (text: string, format: string) => listGivenEvents(Buffer.from(text), format);

test('events where each form has them', () => {
  const events = new Map([['7', { eventId: '007' }]]);
  expect(list('{"events":[{"eventId":"007"}]}', 'canonical-json')).toEqual(events);
  expect(list('[{"eventId":"007"},5]', 'event-list')).toEqual(events);
  expect(list('{"history":{"events":[{"eventId":"007"}]}}', 'http-api')).toEqual(events);
  expect(list('{"eventId":"007"}\n\n', 'json-lines')).toEqual(events);
});

test('of a compressed file, too, and in the names and numbers of other forms', () => {
  const text = '{"events":[{"event_id":{"low":7,"high":0}}]}';
  const events = new Map([['7', { event_id: { low: 7, high: 0 } }]]);
  for (const bytes of [gzipSync(text), zstdCompressSync(text), gzipSync(zstdCompressSync(text))])
    expect(listGivenEvents(bytes, 'snake-case')).toEqual(events);
});

test('absent where there is no list, or more than one document', () => {
  expect(list('{}', 'canonical-json')).toBeUndefined();
  expect(list('[]{}', 'event-list')).toBeUndefined();
  expect(list('{"a":1}{"b":\n2}', 'json-lines')).toBeUndefined();
});

test('texts are lines or the whole', () => {
  expect(listTexts(Buffer.from('\ufeff{}\n\n[]'), 'json-lines')).toEqual(['{}', '[]']);
  expect(listTexts(Buffer.from('[1]'), 'ui-raw')).toEqual(['[1]']);
  expect(listTexts(Buffer.from('\x0a\x02\x08\x01'), 'binary')).toEqual([]);
});
