import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  parseDuration,
  parseDurationMs,
  parseTime,
  parseTimeMicros,
  toDurationText,
  toTimeText,
} from './units.ts';

test.each([
  ['1970-01-01T00:00:00Z', 0],
  ['2026-11-23T20:41:01.5Z', 1795466461500000],
  ['2026-11-23T20:41:01.123456789Z', 1795466461123456],
  ['2026-11-23T22:41:01.000001+02:00', 1795466461000001],
  ['1969-12-31T23:59:59.999999Z', -1],
  ['2024-02-29T00:00:00Z', 1709164800000000],
])('%s is %d microseconds', (text, micros) => {
  expect(parseTimeMicros(text)).toBe(micros);
});

test.each([
  '',
  '2026-11-23',
  '2026-11-23 20:41:01Z',
  '2026-11-23T20:41:01',
  '2026-02-30T00:00:00Z',
  '2025-02-29T00:00:00Z',
  '2026-11-23T24:00:00Z',
  '2026-11-23T20:41:60Z',
  '2026-11-23T20:41:01.1234567890Z',
  '2026-11-23T20:41:01+99:99',
  '2026-13-01T00:00:00Z',
])('%j is no time', (text) => {
  expect(() => parseTimeMicros(text)).toThrow(expect.objectContaining({ code: 'history-invalid' }));
});

test('microseconds that a number cannot hold exactly are refused', () => {
  expect(() => parseTimeMicros('9999-12-31T23:59:59Z')).toThrow(/fits into microseconds/);
  expect(parseTime('9999-12-31T23:59:59Z').seconds).toBe(253402300799);
});

test.each([
  [0, '1970-01-01T00:00:00Z'],
  [50_000, '1970-01-01T00:00:00.000050Z'],
  [1, '1970-01-01T00:00:00.000000001Z'],
  [500_000_000, '1970-01-01T00:00:00.500Z'],
  [120_000, '1970-01-01T00:00:00.000120Z'],
])('%d nanoseconds are written with the fewest of 0, 3, 6, 9 digits', (nanos, text) => {
  expect(toTimeText({ seconds: 0, nanos })).toBe(text);
});

test('a time outside the years 1 to 9999 has no text', () => {
  expect(() => toTimeText({ seconds: 253402300800, nanos: 0 })).toThrow(/Not a time/);
  expect(() => toTimeText({ seconds: Number.NaN, nanos: 0 })).toThrow(/Not a time/);
});

test('time → text → time', () => {
  const seconds = fc.integer({ min: -62_135_596_800, max: 253_402_300_799 });
  fc.assert(
    fc.property(seconds, fc.integer({ min: 0, max: 999_999_999 }), (whole, nanos) => {
      expect(parseTime(toTimeText({ seconds: whole, nanos }))).toEqual({ seconds: whole, nanos });
    }),
  );
});

test.each([
  ['0s', { seconds: 0, nanos: 0 }],
  ['0.300s', { seconds: 0, nanos: 300_000_000 }],
  ['-1.500s', { seconds: -1, nanos: -500_000_000 }],
  ['-0.000000001s', { seconds: 0, nanos: -1 }],
])('%s is a duration', (text, parts) => {
  expect(parseDuration(text)).toEqual(parts);
  expect(toDurationText(parts)).toBe(text);
});

test.each(['', '5', '1.s', '1e3s', '5 s', '--1s', '0.1234567891s'])('%j is no duration', (text) => {
  expect(() => parseDuration(text)).toThrow(expect.objectContaining({ code: 'history-invalid' }));
});

test('milliseconds of a duration', () => {
  expect(parseDurationMs('1.5s')).toBe(1500);
  expect(parseDurationMs('0.000250s')).toBe(0.25);
});

test.each([
  { seconds: 1, nanos: -1 },
  { seconds: 0, nanos: 1_000_000_000 },
  { seconds: 1e12, nanos: 0 },
])('no duration: %j', (span) => {
  expect(() => toDurationText(span)).toThrow(/Not a duration/);
});
