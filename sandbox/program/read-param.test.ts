import { expect, it } from 'vitest';
import { readParam, readPeriod } from './read-param.ts';

it('reads what is there', () => {
  expect(readParam({ z: 1.5 }, 'z')).toBe(1.5);
  expect(readPeriod({ period: 14 }, 'period')).toBe(14);
});

it.each([{}, { period: Number.NaN }, { period: 1 }, { period: 2.5 }, { period: 501 }, { period: -3 }])(
  'refuses %j as a period',
  (params) => {
    expect(() => readPeriod(params, 'period')).toThrow('parameter period');
  },
);
