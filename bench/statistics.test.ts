import { expect, test } from 'vitest';
import { toMedian, toQuantile } from './statistics.ts';

test('quantiles are values that were measured', () => {
  const values = [5, 1, 4, 2, 3];
  expect([toMedian(values), toQuantile(values, 0.95), toQuantile([7], 0.95)]).toEqual([3, 5, 7]);
  expect(
    toQuantile(
      Array.from({ length: 100 }, (_, at) => at + 1),
      0.95,
    ),
  ).toBe(95);
  expect(() => toMedian([])).toThrow(RangeError);
});
