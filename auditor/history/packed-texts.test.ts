import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackedTexts } from './packed-texts.ts';

const pack = (texts: readonly string[]): PackedTexts => {
  const packed = new PackedTexts();
  for (const text of texts) packed.add(text);
  return packed;
};

test('gives any texts of one line back in their order, again and again, and reversed', () => {
  const line = fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text));
  fc.assert(
    fc.property(fc.array(line), (texts) => {
      const packed = pack(texts);
      expect([...packed]).toEqual(texts);
      expect([...packed]).toEqual(texts);
      packed.reverse();
      expect([...packed]).toEqual(texts.toReversed());
    }),
  );
});

test('more chunks than stay unpacked', () => {
  const texts = Array.from({ length: 60 }, (_, at) => String.fromCharCode(32 + at).repeat(900_000));
  const packed = pack(texts);
  expect([...packed]).toEqual(texts);
  packed.reverse();
  expect([...packed]).toEqual(texts.toReversed());
});
