import { expect, it } from 'vitest';
import { toGuardrailInput, toIntent } from '../worker/_scripted/sample-guardrail-input.ts';
import { checkApprovalThreshold } from './check-approval-threshold.ts';

it.each([
  [100_00, 'pass'],
  [100_01, 'ask'],
] as const)('100 shares at %d cents, threshold 10,000.00: %s', (priceCents, outcome) => {
  const result = checkApprovalThreshold(toGuardrailInput({ intent: toIntent('BUY', 100), priceCents }));
  expect(result).toMatchObject({ outcome, limit: 10_000_00, observed: 100 * priceCents });
});
