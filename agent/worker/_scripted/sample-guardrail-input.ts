import type { GuardrailInput } from '../../contract/guardrail.ts';

/** A purchase of 50 shares at 128.00 that every rule lets pass, with what a test changes. */
export const toGuardrailInput = (changes: Partial<GuardrailInput> = {}): GuardrailInput => ({
  tradeId: 'w-t1',
  tick: 1,
  policyVersion: 'trade-policy/1',
  intent: { ticker: 'NVDA', action: 'BUY', quantity: 50, rationale: 'rsi14 28.3 is below 30' },
  priceCents: 128_00,
  headlines: [{ text: 'Chips sell well', source: 'script', publishedAt: '2026-01-20T20:00:00Z' }],
  sentimentScore: 0.4,
  account: { cashCents: 100_000_00, positionQty: 40, avgCostCents: 120_00, realizedPnlCents: 0 },
  dailyNotionalCents: 0,
  tradingDate: '2026-01-20',
  limits: {
    maxNotionalPerTradeCents: 50_000_00,
    maxDailyNotionalCents: 200_000_00,
    maxPositionRatio: 0.25,
    approvalThresholdCents: 10_000_00,
  },
  ...changes,
});

/** The same with another wish. */
export const toIntent = (action: 'BUY' | 'SELL' | 'HOLD', quantity: number): GuardrailInput['intent'] => ({
  ticker: 'NVDA',
  action,
  quantity,
  rationale: 'because',
});
