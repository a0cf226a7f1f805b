import type { GuardrailInput, RuleResult } from '../contract/guardrail.ts';

/** One guardrail rule: looks at the whole input, gives one result, decides nothing alone. */
export type GuardrailRule = (input: GuardrailInput) => RuleResult;

/** Value of the wished trade at this tick's price, in cents. */
export const toNotionalCents = (input: Pick<GuardrailInput, 'intent' | 'priceCents'>): number =>
  input.intent.quantity * input.priceCents;

/** Cents as dollars for the explanation of a rule: 1234 → "12.34". */
export const toDollars = (cents: number): string => (cents / 100).toFixed(2);
