import { expect, test } from 'vitest';
import { toDurationWords } from './duration-words.ts';

test.each([
  [0, '0 ms'],
  [319.6, '320 ms'],
  [999.6, '1.0 s'],
  [3200, '3.2 s'],
  [9949, '9.9 s'],
  [9951, '10 s'],
  [59_700, '1 min'],
  [125_000, '2 min 5 s'],
  [3_600_000, '1 h'],
  [3_840_000, '1 h 4 min'],
  [183_600_000, '2 d 3 h'],
  [-3200, '−3.2 s'],
])('%d ms is %s', (ms, words) => {
  expect(toDurationWords(ms)).toBe(words);
});
