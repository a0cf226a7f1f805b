import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPriceWalk, HISTORY_LENGTH, MAX_TICK } from './price-walk.ts';

const symbol = fc.stringMatching(/^[A-Z]{1,5}$/);

test('A price depends on symbol and tick alone, not on what was asked before', () => {
  fc.assert(
    fc.property(symbol, fc.integer({ min: -755, max: 500 }), (name, tick) => {
      const asked = createPriceWalk(name);
      asked.closeAt(300);
      expect(createPriceWalk(name).closeAt(tick)).toBe(asked.closeAt(tick));
    }),
    { numRuns: 30 },
  );
});

test('NVDA has these prices on every machine', () => {
  const { closeAt } = createPriceWalk('NVDA');
  expect([-755, -100, 0, 3, 14, 20, 1_000].map(closeAt)).toMatchInlineSnapshot(`
    [
      5758,
      11261,
      13058,
      11825,
      12563,
      12966,
      13047,
    ]
  `);
});

test('Prices are positive whole cents and no step is larger than a bad day', () => {
  fc.assert(
    fc.property(symbol, (name) => {
      const { closeAt } = createPriceWalk(name);
      for (let tick = 2 - HISTORY_LENGTH; tick <= 400; tick += 1) {
        const price = closeAt(tick);
        expect(Number.isInteger(price) && price > 0).toBe(true);
        expect(Math.abs(price / closeAt(tick - 1) - 1)).toBeLessThan(0.13);
      }
    }),
    { numRuns: 20 },
  );
});

test('Prices of a long run stay between 90 and 160 dollars', () => {
  for (const name of ['NVDA', 'AAPL', 'KO']) {
    const { closeAt } = createPriceWalk(name);
    const prices = Array.from({ length: 5_000 }, (_, tick) => closeAt(tick));
    expect(Math.min(...prices)).toBeGreaterThan(9_000);
    expect(Math.max(...prices)).toBeLessThan(16_000);
  }
});

test('Other symbols have other prices', () => {
  expect(createPriceWalk('AAPL').closeAt(5)).not.toBe(createPriceWalk('NVDA').closeAt(5));
});

test('A tick outside of the walk is refused', () => {
  const { closeAt } = createPriceWalk('NVDA');
  for (const tick of [-HISTORY_LENGTH, MAX_TICK + 1, 1.5, Number.NaN]) {
    expect(() => closeAt(tick)).toThrow(RangeError);
  }
});
