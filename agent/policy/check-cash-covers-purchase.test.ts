import { expect, it } from 'vitest';
import { toGuardrailInput, toIntent } from '../worker/_scripted/sample-guardrail-input.ts';
import { checkCashCoversPurchase } from './check-cash-covers-purchase.ts';

const account = { cashCents: 1_000_00, positionQty: 100, avgCostCents: 100_00, realizedPnlCents: 0 };

it.each([
  ['BUY', 10, 'pass'],
  ['BUY', 11, 'block'],
  ['SELL', 100, 'pass'],
] as const)('%s %d at 100.00 with 1,000.00: %s', (action, quantity, outcome) => {
  const input = toGuardrailInput({ account, priceCents: 100_00, intent: toIntent(action, quantity) });
  const observed = action === 'BUY' ? quantity * 100_00 : 0;
  expect(checkCashCoversPurchase(input)).toMatchObject({ outcome, limit: 1_000_00, observed });
});
