import { expect, test } from 'vitest';
import { makeInput } from './make-input.ts';

test('the same item each time, another one for each number, of every base', () => {
  const items = Array.from({ length: 500 }, (_, index) => makeInput(1, index));
  expect(makeInput(1, 77)).toEqual(items[77]);
  expect(new Set(items.map(({ bytes }) => bytes.toString('base64'))).size).toBeGreaterThan(480);
  expect(new Set(items.map(({ name }) => name)).size).toBe(20);
});
