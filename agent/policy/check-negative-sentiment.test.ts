import { expect, it } from 'vitest';
import { toGuardrailInput } from '../worker/_scripted/sample-guardrail-input.ts';
import { checkNegativeSentiment } from './check-negative-sentiment.ts';

it.each([
  [-0.0001, 'ask'],
  [0, 'pass'],
  [0.3, 'pass'],
] as const)('at a sentiment of %d: %s', (sentimentScore, outcome) => {
  const result = checkNegativeSentiment(toGuardrailInput({ sentimentScore }));
  expect(result).toMatchObject({ outcome, limit: 0, observed: sentimentScore });
});
