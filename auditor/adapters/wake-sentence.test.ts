import { expect, test } from 'vitest';
import { listNamedCauses, toWakeSentence } from './wake-sentence.ts';

const causes = ['a', 'b', 'c', 'd'].map((text, index) => ({
  text,
  citation: { runId: 'r', eventId: index + 1 },
}));

test('up to three causes are named, and that there are more', () => {
  expect(toWakeSentence(causes.slice(0, 1))).toBe(' It was woken by: a.');
  expect(toWakeSentence(causes)).toBe(' It was woken by: a; b; c; ….');
  expect(toWakeSentence([])).toBe('');
  expect(listNamedCauses(causes)).toHaveLength(3);
});
