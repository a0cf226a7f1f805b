import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTime, toTimeText } from '../base/units.ts';
import type { Json } from '../model/history-event.ts';
import { toCanonicalDuration, toCanonicalTime } from './canonical-time.ts';

const time = (value: Json) => toCanonicalTime(value, () => 'eventTime');
const duration = (value: Json) => toCanonicalDuration(value, () => 'timeout');

test.each<[Json, string]>([
  ['2026-11-23T20:41:01Z', '2026-11-23T20:41:01Z'],
  ['2026-11-23T20:41:01.000Z', '2026-11-23T20:41:01Z'],
  ['2026-11-23T20:41:01.12Z', '2026-11-23T20:41:01.120Z'],
  ['2026-11-23T20:41:01.000000001Z', '2026-11-23T20:41:01.000000001Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
  ['2026-11-23T22:41:01+02:00', '2026-11-23T20:41:01Z'],
  [{ seconds: '1795466461', nanos: 5 }, '2026-11-23T20:41:01.000000005Z'],
  [{ seconds: null }, '1970-01-01T00:00:00Z'],
])('%j is %s', (value, text) => {
  expect(time(value)).toBe(text);
});

test.each<[Json, string]>([
  ['0s', '0s'],
  ['1.50s', '1.500s'],
  ['-1.5s', '-1.500s'],
  [{ seconds: -1, nanos: -500_000_000 }, '-1.500s'],
])('%j lasts %s', (value, text) => {
  expect(duration(value)).toBe(text);
});

test.each<[() => string, RegExp]>([
  [() => time('2026-02-30T00:00:00Z'), /Not a time/],
  [() => time('0000-01-01T00:00:00Z'), /Not a time/],
  [() => time('2026-01-01T24:00:00Z'), /Not a time/],
  [() => time('2026-13-01T00:00:00.123Z'), /Not a time/],
  [() => time({ seconds: 1, nano: 1 }), /eventTime.nano is no part of a time/],
  [() => time(5), /eventTime is no object/],
  [() => duration({ seconds: 1, nanos: -1 }), /Not a duration: "1 s -1 ns"/],
  [() => duration({ seconds: '9007199254740993' }), /timeout.seconds is beyond 10,000 years/],
  [() => duration('1 s'), /Not a duration/],
])('refused: %s', (read, message) => {
  expect(read).toThrow(message);
});

test('the quick look agrees with the thorough one', () => {
  const digits = fc.constantFrom('', '.1', '.100', '.000', '.123456', '.123000', '.123456789', '.000000000');
  const part = fc.integer({ min: 0, max: 61 }).map((number) => String(number).padStart(2, '0'));
  const any = fc
    .tuple(fc.constantFrom('0000', '0001', '2024', '9999'), part, part, part, part, part, digits)
    .map(
      ([year, month, day, hour, minute, second, fraction]) =>
        `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`,
    );
  const outcome = (read: () => string) => {
    try {
      return read();
    } catch {
      return 'refused';
    }
  };
  fc.assert(
    fc.property(any, (text) => {
      expect(outcome(() => time(text))).toBe(outcome(() => toTimeText(parseTime(text))));
    }),
    { numRuns: 2_000 },
  );
});
