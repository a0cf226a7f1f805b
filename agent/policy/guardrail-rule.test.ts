import { expect, it } from 'vitest';
import { toGuardrailInput, toIntent } from '../worker/_scripted/sample-guardrail-input.ts';
import { toDollars, toNotionalCents } from './guardrail-rule.ts';

it("takes this tick's price for the notional", () => {
  expect(toNotionalCents(toGuardrailInput({ intent: toIntent('BUY', 3), priceCents: 101 }))).toBe(303);
  expect(toNotionalCents(toGuardrailInput({ intent: toIntent('HOLD', 0) }))).toBe(0);
});

it('writes cents as dollars', () => {
  expect([0, 5, 123456, -250].map(toDollars)).toEqual(['0.00', '0.05', '1234.56', '-2.50']);
});
