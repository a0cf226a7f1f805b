import { expect, test } from 'vitest';
import { toAccountFigures } from './account-figures.ts';

const account = { cashCents: 9_000_00, positionQty: 10, avgCostCents: 100_00, realizedPnlCents: 0 };

test('shares count at the last price', () => {
  expect(toAccountFigures({ account, lastPriceCents: 110_00 }, 10_000_00)).toEqual({
    equityCents: 10_100_00,
    unrealizedPnlCents: 100_00,
    totalPnlCents: 100_00,
  });
});

test('what is not known is not guessed', () => {
  expect(toAccountFigures({ account }, 10_000_00)).toEqual({});
  expect(toAccountFigures({ account, lastPriceCents: 110_00 }, undefined)).not.toHaveProperty(
    'totalPnlCents',
  );
});

test('cash alone needs no price', () => {
  expect(toAccountFigures({ account: { ...account, positionQty: 0 } }, 9_500_00).totalPnlCents).toBe(-500_00);
});
