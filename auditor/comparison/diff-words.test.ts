import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffTexts } from './diff-words.ts';

test('a changed word, between what stands around it', () => {
  expect(diffTexts('Buy at most 40 shares.', 'Buy at most 400 shares.')).toEqual([
    { side: 'both', text: 'Buy at most ' },
    { side: 'a', text: '40' },
    { side: 'b', text: '400' },
    { side: 'both', text: ' shares.' },
  ]);
});

test('long common text is folded', () => {
  const [before] = diffTexts(`${'calm '.repeat(100)}x`, `${'calm '.repeat(100)}y`);
  expect(before?.text.length).toBeLessThan(100);
});

test('equal texts have no parts, other ones always have a side of their own', () => {
  const text = fc.string({ maxLength: 40 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(diffTexts(a, b).some(({ side }) => side !== 'both')).toBe(a !== b);
    }),
  );
});

test('two megabytes without a common line end soon', () => {
  const toText = (word: string) => Array.from({ length: 100_000 }, (_, at) => `${word}${at}`).join('\n');
  expect(diffTexts(toText('a'), toText('b')).length).toBeGreaterThan(0);
});
