import { expect, test } from 'vitest';
import { toExcerpt } from './excerpt.ts';

test('a short text stays as it is, control characters included: whoever shows it escapes them', () => {
  expect(toExcerpt('a\u202eb', 1)).toBe('a\u202eb');
});

test('a long text says how much is left out and where it stands', () => {
  expect(toExcerpt('x'.repeat(1500), 212, 10)).toBe('xxxxxxxxxx… (1,490 more characters, event 212)');
});

test('characters are counted whole: no emoji is cut in two', () => {
  expect(toExcerpt('🙂🙂🙂', 1, 3)).toBe('🙂🙂🙂');
  expect(toExcerpt('🙂🙂🙂', 1, 2)).toBe('🙂🙂… (1 more characters, event 1)');
});
