import { expect, test } from 'vitest';
import { getFormatTitle } from './get-format-title.ts';

test('a form has the title that an import tells; an unknown one its name', () => {
  expect(getFormatTitle('canonical-json')).toBe('Temporal JSON');
  expect(getFormatTitle('of-the-future')).toBe('of-the-future');
});
