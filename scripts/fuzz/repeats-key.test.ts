import { expect, test } from 'vitest';
import { repeatsKey } from './repeats-key.ts';

test('by colons and members', () => {
  expect(repeatsKey('{"a":[{"b":":"},{"b":"\\":"}]}')).toBe(false);
  expect(repeatsKey('{"a":[{"b":1,"b":2}]}')).toBe(true);
});
