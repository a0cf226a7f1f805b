import { expect, test } from 'vitest';
import { planKills } from './plan-kills.ts';

const options = { ticks: 500, kills: 20, seed: 7 };

test('the same seed gives the same moments, another seed others', () => {
  expect(planKills(options)).toEqual(planKills(options));
  expect(planKills(options)).not.toEqual(planKills({ ...options, seed: 8 }));
});

test('each stretch of the run has one kill', () => {
  const stretches = planKills(options).map(({ tick }) => Math.floor((tick - 1) / 25));
  expect(stretches).toEqual(Array.from({ length: 20 }, (_, index) => index));
});

test('more kills than ticks stay inside the run', () => {
  const plan = planKills({ ticks: 3, kills: 10, seed: 1 });
  expect(plan).toHaveLength(10);
  expect(plan.every(({ tick }) => tick >= 1 && tick <= 3)).toBe(true);
});
