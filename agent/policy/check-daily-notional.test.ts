import { expect, it } from 'vitest';
import { toGuardrailInput, toIntent } from '../worker/_scripted/sample-guardrail-input.ts';
import { checkDailyNotional } from './check-daily-notional.ts';

it.each([
  [0, 'pass'],
  [199_900_00, 'pass'],
  [199_900_01, 'block'],
] as const)('with %d cents traded before one share at 100.00: %s', (dailyNotionalCents, outcome) => {
  const input = toGuardrailInput({ dailyNotionalCents, intent: toIntent('BUY', 1), priceCents: 100_00 });
  const observed = dailyNotionalCents + 100_00;
  expect(checkDailyNotional(input)).toMatchObject({ outcome, limit: 200_000_00, observed });
});
