import type { ApprovalContext, ApprovalRequest } from '../contract/approval.ts';
import type { GuardrailVerdict } from '../contract/guardrail.ts';
import type { Account, Order, TradeIntent } from '../contract/trade.ts';
import { toOrderHash } from '../policy/order-hash.ts';
import type { Observation } from './observe.ts';

export interface ApprovalMatter {
  readonly workflowId: string;
  readonly tick: number;
  readonly order: Order;
  readonly intent: TradeIntent;
  readonly verdict: GuardrailVerdict;
  readonly observation: Observation;
  readonly account: Account;
  readonly requestedAtMs: number;
  readonly timeoutSeconds: number;
}

/** The question put to a person: the exact order, what the decision was made from, and the hash over both. */
export function writeApprovalRequest(matter: ApprovalMatter): ApprovalRequest {
  const { workflowId, tick, order, verdict, requestedAtMs, timeoutSeconds } = matter;
  const subject = {
    tradeId: order.tradeId,
    order,
    context: toContext(matter),
    policyVersion: verdict.policyVersion,
    expiresAt: new Date(requestedAtMs + timeoutSeconds * 1000).toISOString(),
  };
  return {
    ...subject,
    tick,
    requestedAt: new Date(requestedAtMs).toISOString(),
    orderHash: toOrderHash({ workflowId, ...subject }),
  };
}

function toContext({ observation, verdict, intent, account }: ApprovalMatter): ApprovalContext {
  return {
    priceCents: observation.market.priceCents,
    asOf: observation.market.asOf,
    notionalCents: verdict.notionalCents,
    sentimentScore: observation.sentimentScore,
    headlines: observation.headlines,
    rationale: intent.rationale,
    askedBy: verdict.rules.filter((rule) => rule.outcome === 'ask').map((rule) => rule.rule),
    positionQty: account.positionQty,
    cashCents: account.cashCents,
  };
}
