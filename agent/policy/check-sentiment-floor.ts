import type { GuardrailInput, RuleResult } from '../contract/guardrail.ts';

/** Below this score no order leaves, approved or not. */
const SENTIMENT_FLOOR = -0.5;

/** Blocks while the news is worse than the floor. */
export function checkSentimentFloor(input: GuardrailInput): RuleResult {
  const below = input.sentimentScore < SENTIMENT_FLOOR;
  return {
    rule: 'sentiment-floor',
    outcome: below ? 'block' : 'pass',
    limit: SENTIMENT_FLOOR,
    observed: input.sentimentScore,
    unit: 'score',
    explanation: below
      ? `Sentiment ${input.sentimentScore} is below the floor of ${SENTIMENT_FLOOR}.`
      : `Sentiment ${input.sentimentScore} is not below the floor of ${SENTIMENT_FLOOR}.`,
  };
}
