import { expect, test } from 'vitest';
import { readLimited } from './read-limited.ts';

test('reads what fits, stops at what does not', async () => {
  expect(await readLimited(new Response('héllo'))).toBe('héllo');
  expect(await readLimited(new Response(null))).toBe('');
  await expect(readLimited(new Response('x'.repeat(11)), 10)).rejects.toThrow(RangeError);
});
