import type { AgentInput } from './agent-input.ts';
import { CONTRACT_VERSION, POLICY_VERSION, PROMPT_VERSION } from './names.ts';
import type { Strategy } from './strategy.ts';

/** The eight candidates that compete in phase 1. */
export const CANDIDATE_STRATEGIES: readonly Strategy[] = [
  { id: 'rsi-14-30-70', family: 'RSI', params: { period: 14, buyBelow: 30, sellAbove: 70 } },
  { id: 'rsi-7-25-75', family: 'RSI', params: { period: 7, buyBelow: 25, sellAbove: 75 } },
  { id: 'macd-12-26-9', family: 'MACD', params: { fast: 12, slow: 26, signal: 9 } },
  { id: 'ema-12-26', family: 'EMA_CROSS', params: { fast: 12, slow: 26 } },
  { id: 'ema-9-21', family: 'EMA_CROSS', params: { fast: 9, slow: 21 } },
  { id: 'bb-20-2', family: 'BOLLINGER', params: { period: 20, deviations: 2 } },
  { id: 'bb-10-1.5', family: 'BOLLINGER', params: { period: 10, deviations: 1.5 } },
  { id: 'mr-20', family: 'MEAN_REVERSION', params: { window: 20, z: 1.5 } },
];

/** A complete input from the few things a person chooses. Money in cents. */
export function toAgentInput(
  chosen: Pick<AgentInput, 'ticker' | 'startedBy'> & Partial<AgentInput>,
): AgentInput {
  return {
    contractVersion: CONTRACT_VERSION,
    objective: 'maximize Sharpe; max drawdown < 10%',
    historyRange: '3y',
    candidateStrategies: [...CANDIDATE_STRATEGIES],
    limits: {
      maxNotionalPerTradeCents: 50_000_00,
      maxDailyNotionalCents: 200_000_00,
      maxPositionRatio: 0.25,
      approvalThresholdCents: 10_000_00,
    },
    startingCashCents: 100_000_00,
    approvalTimeoutSeconds: 300,
    tickSeconds: 10,
    ticksPerRun: 100,
    model: 'gpt-5-mini',
    promptVersion: PROMPT_VERSION,
    policyVersion: POLICY_VERSION,
    ...chosen,
  };
}
