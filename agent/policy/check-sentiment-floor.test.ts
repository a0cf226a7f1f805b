import { expect, it } from 'vitest';
import { toGuardrailInput } from '../worker/_scripted/sample-guardrail-input.ts';
import { checkSentimentFloor } from './check-sentiment-floor.ts';

it.each([
  [-1, 'block'],
  [-0.500001, 'block'],
  [-0.5, 'pass'],
  [0, 'pass'],
  [1, 'pass'],
] as const)('at a sentiment of %d: %s', (sentimentScore, outcome) => {
  expect(checkSentimentFloor(toGuardrailInput({ sentimentScore }))).toMatchObject({
    rule: 'sentiment-floor',
    outcome,
    limit: -0.5,
    observed: sentimentScore,
  });
});
