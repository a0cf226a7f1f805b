import type { GuardrailInput, RuleResult } from '../contract/guardrail.ts';

/** Asks a person while the news is on the bad side, even if not so bad as to block. */
export function checkNegativeSentiment(input: GuardrailInput): RuleResult {
  const negative = input.sentimentScore < 0;
  return {
    rule: 'negative-sentiment',
    outcome: negative ? 'ask' : 'pass',
    limit: 0,
    observed: input.sentimentScore,
    unit: 'score',
    explanation: negative
      ? `Sentiment ${input.sentimentScore} is negative: a person is asked.`
      : `Sentiment ${input.sentimentScore} is not negative.`,
  };
}
