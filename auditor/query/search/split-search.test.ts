import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TickscopeError } from '../../base/tickscope-error.ts';
import { splitSearch } from './split-search.ts';

test('words, phrases, exclusions, values in quotes, each with its place', () => {
  expect(splitSearch(' halt "SEC probe" -old tool:"get quote" note="a b"')).toEqual([
    { kind: 'plain', text: 'halt', isExcluded: false, at: 1 },
    { kind: 'phrase', text: 'SEC probe', isExcluded: false, at: 6 },
    { kind: 'plain', text: 'old', isExcluded: true, at: 18 },
    { kind: 'plain', text: 'tool:"get quote"', isExcluded: false, at: 23 },
    { kind: 'plain', text: 'note="a b"', isExcluded: false, at: 40 },
  ]);
  expect(splitSearch('  ')).toEqual([]);
});

test('any text is split, or refused with the place', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab "-:*\n>='), maxLength: 30 });
  fc.assert(
    fc.property(text, (search) => {
      try {
        const parts = splitSearch(search);
        expect(parts.every(({ at }) => at >= 0 && at < search.length)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(TickscopeError);
        expect(String(error)).toMatch(/from character \d+ on/);
      }
    }),
    { numRuns: 1_000 },
  );
});
