import type { GuardrailInput, RuleResult } from '../contract/guardrail.ts';
import { toDollars, toNotionalCents } from './guardrail-rule.ts';

/** Asks a person about a trade above the threshold. */
export function checkApprovalThreshold(input: GuardrailInput): RuleResult {
  const observed = toNotionalCents(input);
  const limit = input.limits.approvalThresholdCents;
  const above = observed > limit;
  return {
    rule: 'notional-above-threshold',
    outcome: above ? 'ask' : 'pass',
    limit,
    observed,
    unit: 'cents',
    explanation: `The trade is worth ${toDollars(observed)}; above ${toDollars(limit)} a person is asked.`,
  };
}
