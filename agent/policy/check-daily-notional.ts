import type { GuardrailInput, RuleResult } from '../contract/guardrail.ts';
import { toDollars, toNotionalCents } from './guardrail-rule.ts';

/** Blocks what would bring the orders filled on this trading date above the day's limit. */
export function checkDailyNotional(input: GuardrailInput): RuleResult {
  const observed = input.dailyNotionalCents + toNotionalCents(input);
  const limit = input.limits.maxDailyNotionalCents;
  const above = observed > limit;
  return {
    rule: 'max-daily-notional',
    outcome: above ? 'block' : 'pass',
    limit,
    observed,
    unit: 'cents',
    explanation: `With this trade ${toDollars(observed)} are traded on ${input.tradingDate}, ${above ? 'more than' : 'within'} the day's ${toDollars(limit)}.`,
  };
}
