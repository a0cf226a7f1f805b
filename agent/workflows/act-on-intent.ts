import type { ApprovalRecord } from '../contract/approval.ts';
import type { GuardrailVerdict } from '../contract/guardrail.ts';
import { toClOrdId, toTradeId } from '../contract/names.ts';
import type { Order, TradeIntent } from '../contract/trade.ts';
import { checkTradeIntent } from './activity-proxies.ts';
import type { AgentMemory, AgentRun } from './agent-run.ts';
import { awaitApproval } from './await-approval.ts';
import type { Observation } from './observe.ts';
import { sendOrder } from './send-order.ts';
import type { TickEnd } from './tick-end.ts';
import { orFailTick } from './tick-failure.ts';
import { writeApprovalRequest } from './write-approval-request.ts';

/** A wish to buy or sell, and what it was made from. */
export interface Proposal {
  readonly intent: TradeIntent;
  readonly observation: Observation;
  readonly tick: number;
}

/** From the model's wish to the broker: guardrail, person, kill switch, order. */
export async function actOnIntent(run: AgentRun, proposal: Proposal): Promise<TickEnd> {
  const order = toOrder(run, proposal);
  const verdict = await check(run, proposal, order);
  if (verdict.outcome === 'block') return { outcome: 'blocked' };
  if (verdict.outcome === 'ask') {
    const status = await ask(run, proposal, order, verdict);
    if (status === 'rejected') return { outcome: 'approval-rejected' };
    if (status === 'timed-out') return { outcome: 'approval-timed-out' };
    if (status === 'withdrawn') return toWithheld(run.memory);
  }
  const outcome = await sendOrder(run, order);
  return outcome === undefined ? toWithheld(run.memory) : { outcome };
}

function toOrder({ input, workflowId }: AgentRun, { intent, observation, tick }: Proposal): Order {
  const tradeId = toTradeId(workflowId, tick);
  return {
    clOrdId: toClOrdId(workflowId, tradeId),
    tradeId,
    account: workflowId,
    symbol: input.ticker,
    side: intent.action === 'SELL' ? 'SELL' : 'BUY',
    orderQty: intent.quantity,
    priceCents: observation.market.priceCents,
  };
}

function check(
  { input, memory }: AgentRun,
  { intent, observation, tick }: Proposal,
  { tradeId }: Order,
): Promise<GuardrailVerdict> {
  const { headlines, sentimentScore, market } = observation;
  const { account, dailyNotionalCents } = memory.state;
  const { policyVersion, limits } = input;
  return orFailTick(
    'guardrail',
    checkTradeIntent({
      tradeId,
      tick,
      policyVersion,
      intent,
      priceCents: market.priceCents,
      headlines,
      sentimentScore,
      account,
      dailyNotionalCents,
      tradingDate: memory.tradingDate,
      limits,
    }),
  );
}

function ask(
  run: AgentRun,
  { intent, observation, tick }: Proposal,
  order: Order,
  verdict: GuardrailVerdict,
): Promise<ApprovalRecord['status']> {
  const request = writeApprovalRequest({
    workflowId: run.workflowId,
    tick,
    order,
    intent,
    verdict,
    observation,
    account: run.memory.state.account,
    // Date is the workflow's clock.
    requestedAtMs: Date.now(),
    timeoutSeconds: run.input.approvalTimeoutSeconds,
  });
  return awaitApproval(run, request);
}

/** A stop is final, so it is named even when a halt came too. */
function toWithheld({ state }: AgentMemory): TickEnd {
  const [cause, by] = state.stopping ? ['stopped', state.stopping] : ['halted', state.halted];
  const detail = by === undefined ? 'resumed meanwhile' : `${by.by}: ${by.reason}`;
  return { outcome: 'withheld', note: { outcome: 'withheld', cause, detail: detail.slice(0, 500) } };
}
