import { expect, test } from 'vitest';
import type { AgentState } from '../agent/contract/agent-state.ts';
import type { ApprovalAnswer, ApprovalRecord, ApprovalRequest } from '../agent/contract/approval.ts';
import { toAgentInput } from '../agent/contract/default-input.ts';
import { answerApproval } from './answer-approval.ts';
import { formatSent } from './approve.ts';

const request: ApprovalRequest = {
  tradeId: 'a-t3',
  tick: 3,
  order: {
    clOrdId: 'a:a-t3',
    tradeId: 'a-t3',
    account: 'a',
    symbol: 'NVDA',
    side: 'SELL',
    orderQty: 10,
    priceCents: 100_00,
  },
  context: {
    priceCents: 100_00,
    asOf: '2026-01-02T00:00:00Z',
    notionalCents: 1000_00,
    sentimentScore: 0,
    headlines: [],
    rationale: '',
    askedBy: ['sell-needs-approval'],
    positionQty: 10,
    cashCents: 0,
  },
  policyVersion: 'p',
  requestedAt: '2026-01-02T00:00:00Z',
  expiresAt: '2026-01-02T00:02:00Z',
  orderHash: 'hash-1',
};

function toState(approval: ApprovalRecord | undefined): AgentState {
  return {
    phase: 'awaiting-approval',
    ticker: 'NVDA',
    tick: 3,
    limits: toAgentInput({ ticker: 'NVDA', startedBy: 'test' }).limits,
    scorecards: [],
    account: { cashCents: 0, positionQty: 10, avgCostCents: 0, realizedPnlCents: 0 },
    dailyNotionalCents: 0,
    ...(approval === undefined ? {} : { approval }),
    recentIntents: [],
    orderCount: 0,
    refusedAnswers: [],
  };
}

/** An agent whose record becomes what `onAnswer` says once an answer has come. */
function createAgent(onAnswer: (answer: ApprovalAnswer) => ApprovalRecord, first?: ApprovalRecord | 'none') {
  let record = first === 'none' ? undefined : (first ?? { request, status: 'pending' as const, refused: [] });
  const sent: ApprovalAnswer[] = [];
  const take = async (_workflowId: string, answer: ApprovalAnswer): Promise<void> => {
    sent.push(answer);
    record = onAnswer(answer);
  };
  return { sent, getState: async () => toState(record), approveTrade: take, rejectTrade: take };
}

const options = { workflowId: 'a', decision: 'approve', approver: 'risk-desk', comment: 'fine' } as const;
const approve = (answer: ApprovalAnswer): ApprovalRecord => ({
  request,
  status: 'approved',
  answer,
  refused: [],
});

test('answers with the hash of the order that was shown, and says what became of it', async () => {
  const agent = createAgent(approve);
  const shown: string[] = [];
  expect(await answerApproval(agent, options, ({ orderHash }) => shown.push(orderHash))).toEqual({
    kind: 'taken',
    status: 'approved',
  });
  expect(shown).toEqual(['hash-1']);
  expect(agent.sent).toEqual([
    { tradeId: 'a-t3', orderHash: 'hash-1', approver: 'risk-desk', comment: 'fine' },
  ]);
});

test.each([
  ['another trade waits', { ...options, tradeId: 'a-t2' }, undefined, 'not for a-t2'],
  ['the order has changed', { ...options, orderHash: 'hash-0' }, undefined, 'not the one you saw'],
  ['nothing waits', options, 'none' as const, 'waits for no approval'],
])('sends nothing when %s', async (_case, asked, first, message) => {
  const agent = createAgent(approve, first);
  await expect(answerApproval(agent, asked, () => {})).rejects.toThrow(message);
  expect(agent.sent).toEqual([]);
});

test('a refusal by the workflow is an error with its reason', async () => {
  const agent = createAgent(({ tradeId, approver }) => ({
    request,
    status: 'pending',
    refused: [{ signal: 'approveTrade', tradeId, approver, reason: 'expired' }],
  }));
  await expect(answerApproval(agent, options, () => {})).rejects.toThrow('expired');
});

test('when somebody else was quicker it does not claim their answer', async () => {
  const agent = createAgent((answer) => ({
    request,
    status: 'rejected',
    answer: { ...answer, approver: 'desk-2' },
    refused: [],
  }));
  await expect(answerApproval(agent, options, () => {})).rejects.toThrow('Somebody else was quicker');
});

test('when the next question is open already it claims no outcome', async () => {
  const next = { ...request, tradeId: 'a-t4', tick: 4, orderHash: 'hash-2' };
  const agent = createAgent(() => ({ request: next, status: 'pending', refused: [] }));
  const sent = await answerApproval(agent, options, () => {});
  expect(sent).toEqual({ kind: 'sent', tick: 3 });
  expect(formatSent(sent, { workflowId: 'a', approver: 'risk-desk' })).toBe(
    'sent; the outcome is in the history: tickscope why a --tick 3',
  );
});

const refusal = {
  signal: 'approveTrade',
  tradeId: 'a-t3',
  approver: 'risk-desk',
  reason: 'stale-hash',
} as const;

test('an older refusal of the same approver is not that of this answer', async () => {
  const agent = createAgent((answer) => ({ ...approve(answer), refused: [refusal] }), {
    request,
    status: 'pending',
    refused: [refusal],
  });
  // The state in which the workflow has not taken the answer in yet still shows the old refusal.
  let looks = 0;
  const slow = {
    ...agent,
    getState: async () => {
      looks += 1;
      return looks === 2 ? toState({ request, status: 'pending', refused: [refusal] }) : agent.getState();
    },
  };
  expect(await answerApproval(slow, options, () => {})).toEqual({ kind: 'taken', status: 'approved' });
});

test('a new refusal is found in a list that is full', async () => {
  const older = Array.from({ length: 20 }, (_, n) => ({ ...refusal, approver: `desk-${n}` }));
  const expired = { ...refusal, reason: 'expired' } as const;
  const agent = createAgent(() => ({ request, status: 'pending', refused: [...older.slice(1), expired] }), {
    request,
    status: 'pending',
    refused: older,
  });
  await expect(answerApproval(agent, options, () => {})).rejects.toThrow('refused: expired');
});

test('a question that ran out is not somebody else’s answer', async () => {
  const agent = createAgent(() => ({ request, status: 'timed-out', refused: [] }));
  await expect(answerApproval(agent, options, () => {})).rejects.toThrow('closed: timed-out');
});
