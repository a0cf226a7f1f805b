import { expect, test } from 'vitest';
import { mutateBytes } from './mutate-bytes.ts';
import { createRandom } from './random.ts';

test('bytes are flipped, cut, put in and taken out; the original stays', () => {
  const bytes = Buffer.from('{"events":[{"eventId":"1"}]}');
  const lengths = new Set<number>();
  for (let seed = 0; seed < 500; seed++)
    lengths.add(mutateBytes(bytes, createRandom(seed)).length - bytes.length);
  expect(bytes.toString()).toBe('{"events":[{"eventId":"1"}]}');
  expect(Math.min(...lengths)).toBeLessThan(-20);
  expect(Math.max(...lengths)).toBeGreaterThan(5);
  expect(lengths.has(0)).toBe(true);
});
