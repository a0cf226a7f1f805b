import { expect, test } from 'vitest';
import { executionReportV1, guardrailVerdictV1, tradeIntentV1 } from './schemas-v1.ts';

const INTENT = { ticker: 'A', action: 'BUY', quantity: 1, rationale: '' };

test('members of a later contract are kept, missing ones refused', () => {
  expect(tradeIntentV1.parse({ ...INTENT, confidence: 0.7 })).toMatchObject({ confidence: 0.7 });
  expect(tradeIntentV1.safeParse({ ...INTENT, quantity: '1' }).success).toBe(false);
  expect(tradeIntentV1.safeParse({ ...INTENT, action: 'SHORT' }).success).toBe(false);
  expect(executionReportV1.safeParse({}).success).toBe(false);
});

test('a limit may be a number, a text or a list', () => {
  const toVerdict = (limit: unknown) => ({
    ...{ outcome: 'allow', policyVersion: 'p', notionalCents: 1 },
    rules: [{ rule: 'r', outcome: 'pass', limit, observed: 1, unit: 'cents', explanation: '' }],
  });
  for (const limit of [1, 'x', ['a']])
    expect(guardrailVerdictV1.safeParse(toVerdict(limit)).success).toBe(true);
  expect(guardrailVerdictV1.safeParse(toVerdict({})).success).toBe(false);
});

test('a key __proto__ in a payload reaches no prototype', () => {
  const parsed = tradeIntentV1.parse(JSON.parse(`{"__proto__":{"bad":1},${JSON.stringify(INTENT).slice(1)}`));
  expect('bad' in parsed).toBe(false);
  expect('bad' in {}).toBe(false);
});
