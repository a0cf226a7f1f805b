import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { compareArguments, type Likeness } from './compare-arguments.ts';

test.each<[string, readonly Json[], Json, Likeness]>([
  ['one object', [{ a: 1, b: 2 }], { b: 2, a: 1 }, 'same'],
  ['JSON in a text', ['{"a":1}'], { a: 1 }, 'same'],
  ['one value after the other', ['Oslo', 3], { city: 'Oslo', days: 3 }, 'same'],
  ['nothing', [], {}, 'same'],
  ['defaults filled in', [{ a: 1, unit: 'C' }], { a: 1 }, 'completed'],
  ['positions with defaults', ['Oslo', 'C'], { city: 'Oslo' }, 'completed'],
  ['another value under the same name', [{ a: 2 }], { a: 1 }, 'other'],
  ['other positions', ['Rome'], { city: 'Oslo' }, 'other'],
  ['changed on the way', [{ wrapped: { a: 1 } }], { a: 1 }, 'unlike'],
  ['the model’s text that is no JSON', ['x'], 'y', 'unlike'],
])('%s', (_, given, wanted, likeness) => {
  expect(compareArguments(given, wanted)).toBe(likeness);
});

test('arguments are the same as themselves', () => {
  const json = fc
    .dictionary(fc.string(), fc.jsonValue())
    .map((value): Json => JSON.parse(JSON.stringify(value)));
  fc.assert(
    fc.property(json, (value) => {
      expect(compareArguments([value], value)).toBe('same');
    }),
  );
});
