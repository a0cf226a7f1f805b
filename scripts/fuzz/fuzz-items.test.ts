import { expect, test } from 'vitest';
import { fuzzItems } from './fuzz-items.ts';

test('2,000 broken histories: each is read as what it says or refused, none crashes', {
  timeout: 60_000,
}, () => {
  const { outcomes, found } = fuzzItems({ seed: 1, from: 0, to: 2_000 });
  expect(found).toEqual([]);
  const kinds = new Set([...outcomes.keys()].map((key) => key.split(' ')[0]));
  expect(kinds).toEqual(new Set(['accepted', 'refused']));
  expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(2_000);
});
