import { expect, test } from 'vitest';
import type { Json } from '#auditor/model/history-event.ts';
import { findOtherValue } from './same-values.ts';

test.each<[Json, Json]>([
  [{ b: '007', a: [] }, { b: '7' }],
  [{ id: 12 }, { id: '12' }],
  [{ t: '2026-11-23T22:41:01.5+02:00' }, { t: '2026-11-23T20:41:01.500Z' }],
  [{ t: { seconds: '1', nanos: 5 } }, { t: '1970-01-01T00:00:01.000000005Z' }],
  [{ d: '-1.50s' }, { d: '-1.500s' }],
  [
    { e: 'StartToClose', f: 3 },
    { e: 'TIMEOUT_TYPE_START_TO_CLOSE', f: 'EVENT_TYPE_X' },
  ],
  [{ f: 0.10000000149 }, { f: 0.1 }],
])('%j is %j', (given, read) => {
  expect(findOtherValue(given, read)).toBeUndefined();
});

test.each<[Json, Json, string]>([
  [{ a: 'BUY' }, {}, '/a: "BUY" is missing'],
  [{}, { a: 1 }, '/a: undefined → 1'],
  [{ a: '7' }, { a: '8' }, '/a: "7" → "8"'],
  [
    { t: '2026-11-23T20:41:01Z' },
    { t: '2026-11-23T20:41:02Z' },
    '/t: "2026-11-23T20:41:01Z" → "2026-11-23T20:41:02Z"',
  ],
  [{ a: [1] }, { a: [1, 2] }, '/a: [1] → [1,2]'],
  [{ e: 'Comet' }, { e: 'EVENT_TYPE_TIMER_FIRED' }, '/e: "Comet" → "EVENT_TYPE_TIMER_FIRED"'],
  [{ a: 1 }, { a: { b: 1 } }, '/a: 1 → {"b":1}'],
])('%j is not %j', (given, read, found) => {
  expect(findOtherValue(given, read)).toBe(found);
});
