import { expect, test } from 'vitest';
import { createMatcher, findPatternFault } from './safe-pattern.ts';

test.each([
  'callModel',
  'call(Model|Chat)',
  'agent__.+__model_request',
  '[a-z+*]+\\.call',
  'a\\+b',
  'small(?:-.*)?',
])('%s is a pattern', (pattern) => {
  expect(findPatternFault(pattern)).toBeUndefined();
});

test.each([
  '(a+)+',
  '(a|aa)*',
  '(a*){2,}',
  '(a)\\1',
  '(?=a)a',
  '.*a.*b.*c',
  '(',
  'a?'.repeat(40),
  '(a|a)'.repeat(30),
  'x'.repeat(201),
])('%s is refused: it could take for ever, or is none', (pattern) => {
  expect(findPatternFault(pattern)).toBeDefined();
});

test('the whole text must fit, and must not be endless', () => {
  const matches = createMatcher('a|b+');
  expect(['a', 'bb', 'ab', 'xa', '', 'b'.repeat(301)].map(matches)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
