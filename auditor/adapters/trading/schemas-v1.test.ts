import { expect, test } from 'vitest';
import {
  approvalAnswerV1,
  byV1,
  executionReportV1,
  guardrailVerdictV1,
  injectedNewsV1,
  tradeIntentV1,
} from './schemas-v1.ts';

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

const BY = { by: 'b'.repeat(200), reason: 'r'.repeat(500) };
const NEWS = { headline: 'h'.repeat(500), sentiment: -1, by: 'b' };
const ANSWER = {
  ...{ tradeId: 't'.repeat(1200), orderHash: 'h'.repeat(100), approver: 'a'.repeat(200) },
  comment: 'c'.repeat(2000),
};

test.each([
  [byV1, BY, { by: '' }],
  [byV1, BY, { by: `${BY.by}b` }],
  [byV1, BY, { reason: `${BY.reason}r` }],
  [byV1, BY, { extra: 1 }],
  [byV1, BY, { reason: '\udc00' }],
  [injectedNewsV1, NEWS, { headline: '' }],
  [injectedNewsV1, NEWS, { headline: `${NEWS.headline}h` }],
  [injectedNewsV1, NEWS, { sentiment: 1.001 }],
  [injectedNewsV1, NEWS, { by: BY.by + BY.by }],
  [injectedNewsV1, NEWS, { extra: 1 }],
  [approvalAnswerV1, ANSWER, { tradeId: `${ANSWER.tradeId}t` }],
  [approvalAnswerV1, ANSWER, { orderHash: `${ANSWER.orderHash}h` }],
  [approvalAnswerV1, ANSWER, { approver: '' }],
  [approvalAnswerV1, ANSWER, { approver: `${ANSWER.approver}a` }],
  [approvalAnswerV1, ANSWER, { comment: `${ANSWER.comment}c` }],
  [approvalAnswerV1, ANSWER, { comment: '\ud800' }],
  [approvalAnswerV1, ANSWER, { extra: 1 }],
])('the argument of a signal is read exactly as the agent reads it (%#)', (schema, good, change) => {
  expect(schema.safeParse(good).success).toBe(true);
  expect(schema.safeParse({ ...good, ...change }).success).toBe(false);
});
