import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Account, ExecutionReport } from '../contract/trade.ts';
import { applyFill } from './apply-fill.ts';

const EMPTY: Account = { cashCents: 10_000_00, positionQty: 0, avgCostCents: 0, realizedPnlCents: 0 };

const report = (side: 'BUY' | 'SELL', lastQty: number, lastPxCents: number): ExecutionReport => ({
  clOrdId: 'w:w-t1',
  orderId: 'o1',
  execId: 'x1',
  ordStatus: 'FILLED',
  symbol: 'NVDA',
  side,
  orderQty: lastQty,
  lastQty,
  lastPxCents,
  cumQty: lastQty,
  leavesQty: 0,
  avgPxCents: lastPxCents,
  transactTime: '2026-01-20T21:00:00Z',
});

it('averages the cost of purchases and realises the gain of sales', () => {
  const bought = applyFill(EMPTY, report('BUY', 10, 100_00));
  expect(bought).toEqual({ cashCents: 9_000_00, positionQty: 10, avgCostCents: 100_00, realizedPnlCents: 0 });
  const more = applyFill(bought, report('BUY', 10, 110_00));
  expect(more).toMatchObject({ positionQty: 20, avgCostCents: 105_00 });
  const sold = applyFill(more, report('SELL', 5, 125_00));
  expect(sold).toEqual({
    cashCents: 8_525_00,
    positionQty: 15,
    avgCostCents: 105_00,
    realizedPnlCents: 100_00,
  });
});

it('forgets the average cost with the last share', () => {
  const bought = applyFill(EMPTY, report('BUY', 10, 100_00));
  expect(applyFill(bought, report('SELL', 10, 90_00))).toEqual({
    cashCents: 9_900_00,
    positionQty: 0,
    avgCostCents: 0,
    realizedPnlCents: -100_00,
  });
});

it('leaves the account alone after a rejection and after a fill of nothing', () => {
  expect(applyFill(EMPTY, { ...report('BUY', 10, 100_00), ordStatus: 'REJECTED', lastQty: 0 })).toEqual(
    EMPTY,
  );
  expect(applyFill(EMPTY, report('BUY', 0, 100_00))).toEqual(EMPTY);
});

it('neither makes nor loses money: cash moves by exactly what the fills are worth', () => {
  const anyFill = fc.record({
    qty: fc.integer({ min: 1, max: 100 }),
    px: fc.integer({ min: 1, max: 1_000_00 }),
  });
  fc.assert(
    fc.property(fc.array(anyFill, { minLength: 1 }), (fills) => {
      const end = fills.reduce((account, { qty, px }) => applyFill(account, report('BUY', qty, px)), EMPTY);
      const spent = fills.reduce((sum, { qty, px }) => sum + qty * px, 0);
      expect(end.cashCents).toBe(EMPTY.cashCents - spent);
      expect(end.positionQty).toBe(fills.reduce((sum, { qty }) => sum + qty, 0));
      expect(Number.isInteger(end.avgCostCents)).toBe(true);
    }),
  );
});
