import { expect, test } from 'vitest';
import { parseId } from './parse-id.ts';

test('an id is what was given; an empty one is refused', () => {
  expect(parseId(' a b ')).toBe(' a b ');
  for (const empty of ['', ' ', '\n']) expect(() => parseId(empty)).toThrow(/empty/);
});
