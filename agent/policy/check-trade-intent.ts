import type { GuardrailInput, GuardrailVerdict, RuleResult } from '../contract/guardrail.ts';
import { ALL_RULES } from './all-rules.ts';
import { type GuardrailRule, toNotionalCents } from './guardrail-rule.ts';

/**
 * Evaluates every rule, also after one has blocked, so that the record shows them all.
 *
 * Shape: `block` if any rule blocks, else `ask` if any asks, else `allow`; one more rule can only make it stricter.
 */
export function checkTradeIntent(
  input: GuardrailInput,
  rules: readonly GuardrailRule[] = ALL_RULES,
): GuardrailVerdict {
  const results = rules.map((rule) => rule(input));
  return {
    tradeId: input.tradeId,
    policyVersion: input.policyVersion,
    outcome: toOutcome(results),
    notionalCents: toNotionalCents(input),
    rules: results,
  };
}

function toOutcome(results: readonly RuleResult[]): GuardrailVerdict['outcome'] {
  if (results.some((result) => result.outcome === 'block')) return 'block';
  return results.some((result) => result.outcome === 'ask') ? 'ask' : 'allow';
}
