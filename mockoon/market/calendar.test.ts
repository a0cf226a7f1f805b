import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCloseTime, toTradingDay } from './calendar.ts';

test('Ticks are weekdays around the last day of 2025', () => {
  const days = [-3, -2, 0, 1, 2, 3, 14].map(toTradingDay);
  expect(days).toEqual([
    '2025-12-26',
    '2025-12-29',
    '2025-12-31',
    '2026-01-01',
    '2026-01-02',
    '2026-01-05',
    '2026-01-20',
  ]);
  expect(toCloseTime(14)).toBe('2026-01-20T21:00:00Z');
});

test('No tick is on a weekend, and each is one to three days after the one before', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2_000, max: 99_999 }), (tick) => {
      const date = new Date(toTradingDay(tick));
      expect([1, 2, 3, 4, 5]).toContain(date.getUTCDay());
      const gap = (date.getTime() - Date.parse(toTradingDay(tick - 1))) / 86_400_000;
      expect([1, 3]).toContain(gap);
    }),
  );
});
