import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packPage, toPages, unpackPage } from './event-pages.ts';

const toItems = (lengths: readonly number[]) => lengths.map((length) => ({ canonical: 'x'.repeat(length) }));

test('any texts of events come back as they were', () => {
  const text = fc.string({ unit: 'grapheme' }).map((value) => JSON.stringify({ value }));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (texts) => {
      expect(unpackPage(packPage(texts))).toEqual(texts);
    }),
  );
});

test('pages end after 64 events, and before they grow too large', () => {
  expect(toPages(toItems(Array(130).fill(10))).map((page) => page.length)).toEqual([64, 64, 2]);
  expect(toPages(toItems([300_000, 300_000, 10, 2_000_000, 10])).map((page) => page.length)).toEqual([
    1, 2, 1, 1,
  ]);
  expect(toPages([])).toEqual([]);
});

test('damaged bytes are an error, not other texts', () => {
  const bytes = packPage(['{"a":1}']);
  expect(() => unpackPage(bytes.subarray(0, -3))).toThrow();
  expect(() => unpackPage(Buffer.from('nonsense'))).toThrow();
});
