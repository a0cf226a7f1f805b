import { expect, test } from 'vitest';
import { compareOrders } from './compare-orders.ts';

const order = (clOrdId: string, side: 'BUY' | 'SELL' = 'BUY', cumQty = 10) => ({ clOrdId, side, cumQty });

test('each expected order once: nothing to tell but the position', () => {
  expect(compareOrders(new Set(['a', 'b']), [order('a'), order('b', 'SELL', 4)])).toEqual({
    lost: [],
    duplicated: [],
    unexpected: [],
    positionQty: 6,
  });
});

test('a missing, a doubled and an uncalled-for order are each named', () => {
  expect(compareOrders(new Set(['a', 'b']), [order('a'), order('a'), order('c')])).toMatchObject({
    lost: ['b'],
    duplicated: ['a'],
    unexpected: ['c'],
  });
});
