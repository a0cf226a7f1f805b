import { expect, test } from 'vitest';
import { findSection, toTexts } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

const upToCheck = () => new TradingHistory().waitForTick().observe().intend().check('allow');

test('position and cash after a sale and after a purchase, counted in whole cents', () => {
  expect(toTexts(findSection(upToCheck().placeOrder(), 'after'))).toEqual([
    'Position after the fill: 0 shares (before: 40); cash after the fill: 7,624.00 USD (before: 2,500.00 USD). Counted from the account that was checked and the fill.',
  ]);
  const bought = upToCheck().placeOrder({}, { side: 'BUY', lastQty: 10 });
  expect(toTexts(findSection(bought, 'after'))[0]).toContain(
    '50 shares (before: 40); cash after the fill: 1,219.00 USD',
  );
});

test('both sources are cited', () => {
  const [statement] = findSection(upToCheck().placeOrder(), 'after')?.statements ?? [];
  expect(new Set(statement?.citations.map(({ eventId }) => eventId)).size).toBe(2);
});

test('nothing filled, nothing followed', () => {
  expect(findSection(upToCheck(), 'after')).toBeUndefined();
  expect(findSection(upToCheck().placeOrder({}, { ordStatus: 'REJECTED' }), 'after')).toBeUndefined();
});
