import { setTimeout as delay } from 'node:timers/promises';
import type { AgentState } from '../agent/contract/agent-state.ts';
import type { ApprovalAnswer, ApprovalRecord, ApprovalRequest } from '../agent/contract/approval.ts';
import { TickscopeError } from '../auditor/base/tickscope-error.ts';

const POLL_MS = 200;
const OUTCOME_LIMIT_MS = 30_000;

/** The smallest part of the agent's client that answers an approval. */
interface Approver {
  readonly getState: (workflowId: string) => Promise<AgentState>;
  readonly approveTrade: (workflowId: string, answer: ApprovalAnswer) => Promise<void>;
  readonly rejectTrade: (workflowId: string, answer: ApprovalAnswer) => Promise<void>;
}

interface ApprovalAnswerOptions {
  readonly workflowId: string;
  readonly decision: 'approve' | 'reject';
  readonly approver: string;
  readonly comment: string;
  /** The trade that is meant. Absent when: whichever is pending. */
  readonly tradeId?: string;
  /** The hash that was seen before. Absent when: whichever is pending. */
  readonly orderHash?: string;
}

const refuse = (message: string): never => {
  throw new TickscopeError('action-refused', message);
};

/** The question that is answered. Throws: `action-refused` when nothing waits, or not what was meant. */
function findPending(state: AgentState, options: ApprovalAnswerOptions): ApprovalRequest {
  const { workflowId, tradeId, orderHash } = options;
  const { approval } = state;
  if (approval?.status !== 'pending')
    return refuse(`${workflowId} waits for no approval. Its last one: ${approval?.status ?? 'none yet'}.`);
  const { request } = approval;
  if (tradeId !== undefined && tradeId !== request.tradeId)
    return refuse(`${workflowId} waits for ${request.tradeId}, not for ${tradeId}.`);
  if (orderHash !== undefined && orderHash !== request.orderHash)
    return refuse(
      `The order of ${request.tradeId} is not the one you saw: its hash is ${request.orderHash}.`,
    );
  return request;
}

/** What is known of an answer that was sent. */
export type SentAnswer =
  /** The workflow took it. */
  | { readonly kind: 'taken'; readonly status: ApprovalRecord['status'] }
  /** The next question is open already: this one is closed, by whom only the history says. */
  | { readonly kind: 'sent'; readonly tick: number };

type Refusals = ApprovalRecord['refused'];

/** Refusals that came since. Order: newest last; the list is bounded, so the oldest may be gone. */
function toNewRefusals(before: Refusals, after: Refusals): Refusals {
  const isRest = (gone: number): boolean =>
    JSON.stringify(before.slice(gone)) === JSON.stringify(after.slice(0, before.length - gone));
  const gone = before.findIndex((_, index) => isRest(index));
  return gone < 0 ? after : after.slice(before.length - gone);
}

/** What became of an answer. Absent when: the workflow has not taken it in yet. */
function findOutcome(
  record: ApprovalRecord,
  answer: ApprovalAnswer,
  refusedBefore: Refusals,
): SentAnswer | undefined {
  const mine = record.answer?.approver === answer.approver && record.answer.comment === answer.comment;
  if (mine) return { kind: 'taken', status: record.status };
  const refused = toNewRefusals(refusedBefore, record.refused).find(
    ({ approver }) => approver === answer.approver,
  );
  if (refused) return refuse(`The answer was refused: ${refused.reason}.`);
  if (record.status === 'pending') return undefined;
  return refuse(
    record.answer
      ? `Somebody else was quicker: ${record.status}.`
      : `The question is closed: ${record.status}.`,
  );
}

/**
 * Answers the pending approval with exactly the order that is shown, and waits until the workflow has taken the answer in.
 *
 * Throws: TickscopeError `action-refused`.
 */
export async function answerApproval(
  agent: Approver,
  options: ApprovalAnswerOptions,
  show: (request: ApprovalRequest) => void,
): Promise<SentAnswer> {
  const { workflowId, decision, approver, comment } = options;
  const state = await agent.getState(workflowId);
  const request = findPending(state, options);
  const refusedBefore = state.approval?.refused ?? [];
  show(request);
  const answer = { tradeId: request.tradeId, orderHash: request.orderHash, approver, comment };
  await (decision === 'approve' ? agent.approveTrade : agent.rejectTrade)(workflowId, answer);
  const deadline = performance.now() + OUTCOME_LIMIT_MS;
  while (performance.now() < deadline) {
    const { approval } = await agent.getState(workflowId);
    if (approval?.request.orderHash !== answer.orderHash) return { kind: 'sent', tick: request.tick };
    const outcome = findOutcome(approval, answer, refusedBefore);
    if (outcome !== undefined) return outcome;
    await delay(POLL_MS);
  }
  return refuse(
    `${workflowId} has not taken the answer in after ${OUTCOME_LIMIT_MS / 1000} s. Does its worker run?`,
  );
}
