import { expect, test } from 'vitest';
import { createRandom, toItemSeed } from './random.ts';

const numbers = (seed: number) => {
  const random = createRandom(seed);
  return Array.from({ length: 1_000 }, () => random.below(10));
};

test('the same seed gives the same numbers, another seed others, all of them in use', () => {
  expect(numbers(1)).toEqual(numbers(1));
  expect(numbers(1)).not.toEqual(numbers(2));
  expect(new Set(numbers(3)).size).toBe(10);
  expect(Math.max(...numbers(4))).toBe(9);
});

test('each item has a seed of its own', () => {
  const seeds = Array.from({ length: 10_000 }, (_, index) => toItemSeed(7, index));
  expect(new Set(seeds).size).toBe(10_000);
});
