import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromSearchRow, toSearchRange, toSearchRow } from './search-row.ts';

test('row and event are each other’s, within the range of the run', () => {
  const runs = fc.integer({ min: 1, max: 2 ** 28 });
  fc.assert(
    fc.property(runs, fc.integer({ min: 1, max: 2 ** 24 - 1 }), (runPk, eventId) => {
      const row = toSearchRow(runPk, eventId);
      const { first, last } = toSearchRange(runPk);
      expect(fromSearchRow(row)).toEqual({ runPk, eventId });
      expect(Number.isSafeInteger(row) && row >= first && row <= last).toBe(true);
    }),
  );
});

test('an event that would be taken for one of the next run is refused', () => {
  expect(() => toSearchRow(1, 2 ** 24)).toThrow(RangeError);
});
