import { expect, test } from 'vitest';
import { createRedactions, DEFAULT_REDACTIONS } from './redactions.ts';

test('a name is the same with dashes, underscores and in any case', () => {
  for (const key of ['access_token', 'accessToken', 'ACCESS-TOKEN']) {
    expect(DEFAULT_REDACTIONS.isSecret(key, '')).toBe(true);
    expect(DEFAULT_REDACTIONS.mayHold(`{"${key}":1}`)).toBe(true);
  }
  expect(DEFAULT_REDACTIONS.isSecret('inputTokens', '')).toBe(false);
  expect(DEFAULT_REDACTIONS.mayHold('{"price":1}')).toBe(false);
});

test('names that look like patterns are names', () => {
  const rules = createRedactions({ names: ['a.b*', ''] });
  expect(rules.isSecret('a.b*', '')).toBe(true);
  expect(rules.mayHold('"a.b*"')).toBe(true);
  expect(rules.mayHold('"axb"')).toBe(false);
});

test('pointers as RFC 6901 writes them', () => {
  expect(createRedactions({ pointers: ['/a~1b/*/m~0n'] }).pointers).toEqual([['a/b', '*', 'm~n']]);
});
