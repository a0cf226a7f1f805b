import { describe, expect, test } from 'vitest';
import { formatAgeMs, formatDurationMs, formatTimeUtc } from './format-time.ts';

describe('formatTimeUtc', () => {
  test('cuts to milliseconds and never shows digits that were not given', () => {
    expect(formatTimeUtc('2026-11-23T20:41:08.123456789Z')).toEqual({
      date: '2026-11-23',
      clock: '20:41:08.123',
    });
    expect(formatTimeUtc('2026-11-23T20:41:08.1Z').clock).toBe('20:41:08.1');
    expect(formatTimeUtc('2026-11-23T20:41:08Z').clock).toBe('20:41:08');
  });
  test('moves other zones to UTC, over the date line too', () => {
    expect(formatTimeUtc('2026-11-23T01:00:00.5+02:00')).toEqual({ date: '2026-11-22', clock: '23:00:00.5' });
  });
  test('shows what is not a time as it came', () => {
    expect(formatTimeUtc('yesterday')).toEqual({ date: '', clock: 'yesterday' });
  });
});

test.each([
  [0, '0 ms'],
  [840, '840 ms'],
  [1240, '1.24 s'],
  [12_440, '12.4 s'],
  [59_990, '1 min 00 s'],
  [185_000, '3 min 05 s'],
  [7_440_000, '2 h 04 min'],
  [273_600_000, '3 d 4 h'],
])('%i ms is %s', (ms, text) => {
  expect(formatDurationMs(ms)).toBe(text);
});

test('an age is in whole seconds, and never in the future', () => {
  expect([-5, 999, 3_400, 125_900, 7_500_000].map(formatAgeMs)).toEqual([
    'just now',
    'just now',
    '3 s ago',
    '2 min 05 s ago',
    '2 h 05 min ago',
  ]);
});
