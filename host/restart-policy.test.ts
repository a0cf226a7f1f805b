import { expect, test } from 'vitest';
import { decideRestart } from './restart-policy.ts';

const quick = (quickDeaths: number) => decideRestart({ quickDeaths, ranMs: 50, cause: 'died' });

test('quick deaths in a row wait twice as long each time', () => {
  const delays = [0, 1, 2, 3, 4].map((count) => {
    const decision = quick(count);
    return decision.kind === 'restart' ? decision.delayMs : undefined;
  });
  expect(delays).toEqual([500, 1000, 2000, 4000, 8000]);
});

test('the sixth quick death in a row is the last', () => {
  expect(quick(4).kind).toBe('restart');
  expect(quick(5)).toEqual({ kind: 'give-up', quickDeaths: 6 });
});

test('a process that lived a while starts the count anew', () => {
  expect(decideRestart({ quickDeaths: 5, ranMs: 10_000, cause: 'died' })).toEqual({
    kind: 'restart',
    delayMs: 500,
    quickDeaths: 0,
  });
});

test('kills that were asked for never lead to giving up', () => {
  expect(decideRestart({ quickDeaths: 5, ranMs: 50, cause: 'asked' })).toEqual({
    kind: 'restart',
    delayMs: 1000,
    quickDeaths: 5,
  });
});
