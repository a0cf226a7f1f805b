import { expect, it } from 'vitest';
import { toGuardrailInput, toIntent } from '../worker/_scripted/sample-guardrail-input.ts';
import { checkNotionalPerTrade } from './check-notional-per-trade.ts';

it.each([
  [500_00, 'pass'],
  [500_01, 'block'],
] as const)('100 shares at %d cents, limit 50,000.00: %s', (priceCents, outcome) => {
  const input = toGuardrailInput({ intent: toIntent('SELL', 100), priceCents });
  expect(checkNotionalPerTrade(input)).toMatchObject({
    outcome,
    limit: 50_000_00,
    observed: 100 * priceCents,
  });
});
