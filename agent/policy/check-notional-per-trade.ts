import type { GuardrailInput, RuleResult } from '../contract/guardrail.ts';
import { toDollars, toNotionalCents } from './guardrail-rule.ts';

/** Blocks a single trade that is too large. */
export function checkNotionalPerTrade(input: GuardrailInput): RuleResult {
  const observed = toNotionalCents(input);
  const limit = input.limits.maxNotionalPerTradeCents;
  const above = observed > limit;
  return {
    rule: 'max-notional-per-trade',
    outcome: above ? 'block' : 'pass',
    limit,
    observed,
    unit: 'cents',
    explanation: `The trade is worth ${toDollars(observed)}, ${above ? 'more than' : 'within'} the ${toDollars(limit)} of one trade.`,
  };
}
