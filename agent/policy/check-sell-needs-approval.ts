import type { GuardrailInput, RuleResult } from '../contract/guardrail.ts';

/** Asks a person about every sale. */
export function checkSellNeedsApproval(input: GuardrailInput): RuleResult {
  const sells = input.intent.action === 'SELL';
  return {
    rule: 'sell-needs-approval',
    outcome: sells ? 'ask' : 'pass',
    limit: 'BUY',
    observed: input.intent.action,
    unit: 'side',
    explanation: sells ? 'A person is asked about every sale.' : 'Only sales are asked about by this rule.',
  };
}
