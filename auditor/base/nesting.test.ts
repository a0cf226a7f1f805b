import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { isNestedDeeper } from './nesting.ts';

test('counts the levels of lists and objects', () => {
  expect(isNestedDeeper('text', 0)).toBe(false);
  expect(isNestedDeeper([], 1)).toBe(false);
  expect(isNestedDeeper([[]], 1)).toBe(true);
  expect(isNestedDeeper({ a: [1], b: { c: [] } }, 2)).toBe(true);
  expect(isNestedDeeper({ a: [1], b: { c: [] } }, 3)).toBe(false);
});

test('a value of any depth is judged without overflow', () => {
  const deep: Json = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect(isNestedDeeper(deep)).toBe(true);
});
