import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw, drawNoise } from './draw.ts';

test('The numbers of two texts are those of every machine', () => {
  // Computed once: a change of them changes every price.
  expect(
    [draw(''), draw('NVDA/1/a'), draw('NVDA/2/a')].map((value) => value.toFixed(6)),
  ).toMatchInlineSnapshot(`
    [
      "0.668922",
      "0.704224",
      "0.879616",
    ]
  `);
});

test('Any text gives a number from 0 to 1, and noise within ±1', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(draw(text)).toBeGreaterThanOrEqual(0);
      expect(draw(text)).toBeLessThan(1);
      expect(Math.abs(drawNoise(text))).toBeLessThanOrEqual(1);
    }),
  );
});

test('Draws are spread evenly, also over texts that differ in one character', () => {
  const draws = Array.from({ length: 10_000 }, (_, index) => draw(`NVDA/${index}`));
  const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
  const low = draws.filter((value) => value < 0.1).length / draws.length;
  expect(mean).toBeCloseTo(0.5, 1);
  expect(low).toBeCloseTo(0.1, 1);
});
