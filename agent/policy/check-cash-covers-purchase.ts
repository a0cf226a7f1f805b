import type { GuardrailInput, RuleResult } from '../contract/guardrail.ts';
import { toDollars, toNotionalCents } from './guardrail-rule.ts';

/** Blocks a purchase that the cash does not pay for: this account borrows nothing. */
export function checkCashCoversPurchase(input: GuardrailInput): RuleResult {
  const limit = input.account.cashCents;
  const observed = input.intent.action === 'BUY' ? toNotionalCents(input) : 0;
  return {
    rule: 'cash-covers-purchase',
    outcome: observed > limit ? 'block' : 'pass',
    limit,
    observed,
    unit: 'cents',
    explanation: `${toDollars(observed)} would be spent, ${toDollars(limit)} are there.`,
  };
}
