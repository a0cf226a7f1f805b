import { expect, test } from 'vitest';
import { toFormatTitle } from './format-title.ts';

test('a form has a title; an unknown one its name', () => {
  expect(toFormatTitle('canonical-json')).toBe('Temporal JSON');
  expect(toFormatTitle('of-the-future')).toBe('of-the-future');
});
