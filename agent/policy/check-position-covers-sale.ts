import type { GuardrailInput, RuleResult } from '../contract/guardrail.ts';

/** Blocks the sale of shares that are not held: this account does not sell short. */
export function checkPositionCoversSale(input: GuardrailInput): RuleResult {
  const held = input.account.positionQty;
  const observed = input.intent.action === 'SELL' ? input.intent.quantity : 0;
  const short = observed > held;
  return {
    rule: 'position-covers-sale',
    outcome: short ? 'block' : 'pass',
    limit: held,
    observed,
    unit: 'shares',
    explanation: `${observed} shares would be sold, ${held} are held.`,
  };
}
