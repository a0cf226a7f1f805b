import { checkApprovalThreshold } from './check-approval-threshold.ts';
import { checkCashCoversPurchase } from './check-cash-covers-purchase.ts';
import { checkDailyNotional } from './check-daily-notional.ts';
import { checkNegativeSentiment } from './check-negative-sentiment.ts';
import { checkNotionalPerTrade } from './check-notional-per-trade.ts';
import { checkPositionCoversSale } from './check-position-covers-sale.ts';
import { checkPositionRatio } from './check-position-ratio.ts';
import { checkRestrictedTerms } from './check-restricted-terms.ts';
import { checkSellNeedsApproval } from './check-sell-needs-approval.ts';
import { checkSentimentFloor } from './check-sentiment-floor.ts';
import type { GuardrailRule } from './guardrail-rule.ts';

/** Every rule in the order in which it is recorded: those that block first. */
export const ALL_RULES: readonly GuardrailRule[] = [
  checkRestrictedTerms,
  checkSentimentFloor,
  checkNotionalPerTrade,
  checkDailyNotional,
  checkPositionRatio,
  checkPositionCoversSale,
  checkCashCoversPurchase,
  checkSellNeedsApproval,
  checkNegativeSentiment,
  checkApprovalThreshold,
];
