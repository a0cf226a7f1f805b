import { expect, test } from 'vitest';
import { toRetryDelayMs } from './retry-delay.ts';

test('doubles, and stops at 5 s', () => {
  expect([1, 2, 3, 4, 20, 2000].map(toRetryDelayMs)).toEqual([100, 200, 400, 800, 5000, 5000]);
});
