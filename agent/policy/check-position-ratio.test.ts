import { expect, it } from 'vitest';
import { toGuardrailInput, toIntent } from '../worker/_scripted/sample-guardrail-input.ts';
import { checkPositionRatio } from './check-position-ratio.ts';

// Equity: 7,500.00 in cash and 25 shares at 100.00 = 10,000.00.
const account = { cashCents: 7_500_00, positionQty: 25, avgCostCents: 100_00, realizedPnlCents: 0 };
const check = (action: 'BUY' | 'SELL', quantity: number) =>
  checkPositionRatio(toGuardrailInput({ account, priceCents: 100_00, intent: toIntent(action, quantity) }));

it('blocks a purchase that brings the position above a quarter of equity', () => {
  expect(check('BUY', 1)).toMatchObject({ outcome: 'block', limit: 0.25, observed: 0.26 });
});

it('lets a position stand exactly at the limit', () => {
  const below = { ...account, cashCents: 7_600_00, positionQty: 24 };
  const input = toGuardrailInput({ account: below, priceCents: 100_00, intent: toIntent('BUY', 1) });
  expect(checkPositionRatio(input)).toMatchObject({ outcome: 'pass', observed: 0.25 });
});

it('never blocks a sale, also when the rest is still above the limit', () => {
  const heavy = { ...account, cashCents: 0 };
  const input = toGuardrailInput({ account: heavy, priceCents: 100_00, intent: toIntent('SELL', 1) });
  expect(checkPositionRatio(input)).toMatchObject({ outcome: 'pass', observed: 0.96 });
});

it('counts any position of an account without equity as the whole of it', () => {
  const empty = { ...account, cashCents: 0, positionQty: 0 };
  const input = toGuardrailInput({ account: empty, intent: toIntent('BUY', 1) });
  expect(checkPositionRatio(input)).toMatchObject({ outcome: 'block', observed: 1 });
});
