import type { TradeIntent } from '../contract/trade.ts';

/** Longest rationale that is carried on: it goes into the approval's memo, whose size is limited. */
export const MAX_RATIONALE_LENGTH = 4000;

/**
 * What the schema cannot say about a trade intent.
 *
 * Absent when: the intent makes sense; else one sentence for the model's next attempt.
 */
export function findIntentError(intent: TradeIntent, ticker: string): string | undefined {
  if (intent.ticker !== ticker) return `ticker must be ${ticker}`;
  if (intent.action !== 'HOLD' && intent.quantity === 0) {
    return `quantity must be 1 to 100 for ${intent.action}`;
  }
  if (intent.rationale.trim() === '') return 'rationale must name the values that decided';
  if (intent.rationale.length > MAX_RATIONALE_LENGTH) {
    return `rationale must be at most ${MAX_RATIONALE_LENGTH} characters`;
  }
  // The approval's hash is taken of canonical JSON, which cannot hold a lone surrogate.
  if (!intent.rationale.isWellFormed()) return 'rationale must be well-formed Unicode';
  return undefined;
}
