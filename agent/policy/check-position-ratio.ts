import type { GuardrailInput, RuleResult } from '../contract/guardrail.ts';

/** Blocks a purchase after which too much of the account would hang on one share. Selling only lowers the ratio. */
export function checkPositionRatio(input: GuardrailInput): RuleResult {
  const limit = input.limits.maxPositionRatio;
  const observed = toRatioAfter(input);
  const above = input.intent.action === 'BUY' && observed > limit;
  return {
    rule: 'max-position-ratio',
    outcome: above ? 'block' : 'pass',
    limit,
    observed,
    unit: 'ratio',
    explanation: `After the trade the position is ${toPercent(observed)} of equity; the limit is ${toPercent(limit)}.`,
  };
}

function toRatioAfter({ intent, account, priceCents }: GuardrailInput): number {
  const change = { BUY: intent.quantity, SELL: -intent.quantity, HOLD: 0 }[intent.action];
  const equityCents = account.cashCents + account.positionQty * priceCents;
  const positionCents = Math.max(0, account.positionQty + change) * priceCents;
  // An account without equity can carry no position at all.
  return equityCents > 0 ? positionCents / equityCents : positionCents > 0 ? 1 : 0;
}

const toPercent = (ratio: number): string => `${(ratio * 100).toFixed(1)} %`;
