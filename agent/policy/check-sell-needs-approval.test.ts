import { expect, it } from 'vitest';
import { toGuardrailInput, toIntent } from '../worker/_scripted/sample-guardrail-input.ts';
import { checkSellNeedsApproval } from './check-sell-needs-approval.ts';

it.each([
  ['SELL', 'ask'],
  ['BUY', 'pass'],
] as const)('%s: %s', (action, outcome) => {
  const result = checkSellNeedsApproval(toGuardrailInput({ intent: toIntent(action, 1) }));
  expect(result).toMatchObject({ outcome, observed: action });
});
