import { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { AgentInput } from '../contract/agent-input.ts';
import type { ApprovalRequest } from '../contract/approval.ts';
import { MEMO, SIGNALS } from '../contract/names.ts';
import { toOrderHash } from '../policy/order-hash.ts';
import { openStage, type Stage } from '../worker/_scripted/open-stage.ts';
import { listMemoValues, listTimers } from '../worker/_scripted/read-recording.ts';
import { findTemporalCli } from '../worker/_scripted/temporal-cli.ts';

let env: TestWorkflowEnvironment;
let stage: Stage;

beforeAll(async () => {
  const executable = { type: 'existing-path', path: findTemporalCli() } as const;
  env = await TestWorkflowEnvironment.createLocal({ server: { executable } });
  stage = await openStage(env);
});

afterAll(async () => {
  await stage?.close();
  await env?.teardown();
});

const BUY = { ticker: 'NVDA', action: 'BUY', quantity: 50, rationale: 'rsi14 28.3 is below 30' };
const SELL = { ticker: 'NVDA', action: 'SELL', quantity: 20, rationale: 'sentiment fell' };
const HOLD = { ticker: 'NVDA', action: 'HOLD', quantity: 0, rationale: 'nothing is aligned' };
const DESK = { approver: 'risk-desk', comment: 'seen' };

const handleOf = (workflowId: string) => env.client.workflow.getHandle(workflowId);
const resultOf = (workflowId: string) => handleOf(workflowId).result();
const memoOf = async (workflowId: string, key: string) =>
  listMemoValues(await handleOf(workflowId).fetchHistory(), key);

/** Starts an agent that buys and then wants to sell, and waits until a person is asked. */
async function startAsking(workflowId: string, input: Partial<AgentInput> = {}, answers = [BUY, SELL]) {
  const recorded = await stage.start(workflowId, { answers }, input);
  return { recorded, request: await untilAsked(workflowId) };
}

function untilAsked(workflowId: string): Promise<ApprovalRequest> {
  const waiting = async () => {
    const { approval } = await stage.agents.getState(workflowId);
    if (approval?.status !== 'pending') throw new Error('nobody is asked yet');
    return approval.request;
  };
  return vi.waitFor(waiting, { timeout: 20_000, interval: 100 });
}

it('asks about a sale with the exact order and a hash that anyone can compute again', async () => {
  const { recorded, request } = await startAsking('asks');
  expect(request).toMatchObject({
    tradeId: 'asks-t2',
    tick: 2,
    order: { side: 'SELL', orderQty: 20, priceCents: 12_800, clOrdId: 'asks:asks-t2' },
    context: { askedBy: ['sell-needs-approval'], positionQty: 50, rationale: 'sentiment fell' },
  });
  expect(Date.parse(request.expiresAt) - Date.parse(request.requestedAt)).toBe(300_000);
  expect(request.orderHash).toBe(toOrderHash({ workflowId: 'asks', ...request }));
  expect(recorded.attempts).toHaveLength(1);
  await stage.agents.approveTrade('asks', { ...DESK, tradeId: 'asks-t2', orderHash: request.orderHash });
  expect(await resultOf('asks')).toMatchObject({
    account: { positionQty: 30, cashCents: 100_000_00 - 30 * 12_800 },
    approval: { status: 'approved', answer: DESK },
    recentIntents: [{ outcome: 'filled' }, { outcome: 'filled' }],
  });
  expect(await memoOf('asks', MEMO.approval)).toMatchObject([{ status: 'pending' }, { status: 'approved' }]);
  expect(listTimers(await handleOf('asks').fetchHistory())).toEqual(['approval asks-t2']);
});

it('sends nothing when the person says no', async () => {
  const { recorded, request } = await startAsking('rejected');
  await stage.agents.rejectTrade('rejected', {
    ...DESK,
    tradeId: 'rejected-t2',
    orderHash: request.orderHash,
  });
  expect(await resultOf('rejected')).toMatchObject({
    account: { positionQty: 50 },
    approval: { status: 'rejected', answer: DESK },
    recentIntents: [{ outcome: 'filled' }, { outcome: 'approval-rejected' }],
  });
  expect(recorded.attempts).toHaveLength(1);
});

it('takes silence as no', async () => {
  const { recorded } = await startAsking('silent', { approvalTimeoutSeconds: 1 });
  const state = await resultOf('silent');
  expect(state).toMatchObject({
    approval: { status: 'timed-out' },
    recentIntents: [{}, { outcome: 'approval-timed-out' }],
  });
  expect(state.approval).not.toHaveProperty('answer');
  expect(recorded.attempts).toHaveLength(1);
});

it('refuses answers that fit no question, shows them, and still takes the right one', async () => {
  const { request } = await startAsking('refuses', {}, [BUY, SELL, HOLD]);
  const { agents } = stage;
  const right = { ...DESK, tradeId: request.tradeId, orderHash: request.orderHash };
  await agents.approveTrade('refuses', { ...right, orderHash: 'f'.repeat(64) });
  await agents.approveTrade('refuses', { ...right, tradeId: 'refuses-t1' });
  await handleOf('refuses').signal(SIGNALS.approveTrade, { approver: 7 });
  await agents.rejectTrade('refuses', right);
  await agents.approveTrade('refuses', { ...right, approver: 'desk-2' });
  const refused = [
    { signal: 'approveTrade', tradeId: 'refuses-t2', approver: 'risk-desk', reason: 'stale-hash' },
    { signal: 'approveTrade', tradeId: 'refuses-t1', approver: 'risk-desk', reason: 'unknown-trade' },
    { signal: 'approveTrade', tradeId: '', approver: '', reason: 'malformed' },
  ];
  expect(await resultOf('refuses')).toMatchObject({
    account: { positionQty: 50 },
    recentIntents: [{}, { outcome: 'approval-rejected' }, {}],
  });
  const memo = await memoOf('refuses', MEMO.approval);
  expect(memo).toContainEqual(expect.objectContaining({ status: 'pending', refused }));
  const late = {
    signal: 'approveTrade',
    tradeId: 'refuses-t2',
    approver: 'desk-2',
    reason: 'already-answered',
  };
  expect(memo.at(-1)).toMatchObject({ status: 'rejected', answer: right, refused: [...refused, late] });
});

it('knows in the next run what was answered and traded before', async () => {
  const gate = Promise.withResolvers<void>();
  const onSnapshot = (tick: number) => (tick === 3 ? gate.promise : undefined);
  await stage.start('carries', { answers: [BUY, SELL, HOLD], onSnapshot }, { ticksPerRun: 2 });
  const { tradeId, orderHash } = await untilAsked('carries');
  await stage.agents.approveTrade('carries', { ...DESK, tradeId, orderHash });
  const carried = {
    tick: 3,
    approval: { status: 'approved', request: { tradeId } },
    recentIntents: [{ tick: 1 }, { tick: 2 }],
  };
  await vi.waitFor(async () => expect(await stage.agents.getState('carries')).toMatchObject(carried), {
    timeout: 20_000,
  });
  await stage.agents.rejectTrade('carries', { ...DESK, approver: 'desk-2', tradeId, orderHash });
  gate.resolve();
  const refused = [{ signal: 'rejectTrade', tradeId, approver: 'desk-2', reason: 'already-answered' }];
  expect(await resultOf('carries')).toMatchObject({
    approval: { status: 'approved', answer: DESK, refused },
    recentIntents: [{ tick: 1 }, { tick: 2 }, { tick: 3 }],
    refusedAnswers: [],
  });
});

it('keeps an answer that came before any question', async () => {
  await stage.start('early', { answers: [HOLD] }, { tickSeconds: 3600 });
  const early = { ...DESK, tradeId: 'early-t1', orderHash: '0'.repeat(64) };
  await stage.agents.approveTrade('early', early);
  await stage.agents.stop('early', { by: 'risk-desk', reason: 'enough' });
  const refused = {
    signal: 'approveTrade',
    tradeId: 'early-t1',
    approver: 'risk-desk',
    reason: 'unknown-trade',
  };
  expect(await resultOf('early')).toMatchObject({ refusedAnswers: [refused] });
  expect(await memoOf('early', MEMO.refusedAnswer)).toEqual([refused]);
});

it.each(['halt', 'stop'] as const)('withdraws the question on %s', async (signal) => {
  const workflowId = `withdraws-on-${signal}`;
  const { recorded, request } = await startAsking(workflowId);
  await stage.agents[signal](workflowId, { by: 'risk-desk', reason: 'strange market' });
  await vi.waitFor(async () => {
    expect(await memoOf(workflowId, MEMO.approval)).toContainEqual(
      expect.objectContaining({ status: 'withdrawn' }),
    );
  });
  const state = await resultOf(workflowId);
  expect(state).toMatchObject({ recentIntents: [{ outcome: 'filled' }, { outcome: 'withheld' }] });
  expect(state.approval).toMatchObject({ status: 'withdrawn', request: { orderHash: request.orderHash } });
  expect(recorded.attempts).toHaveLength(1);
  expect(await memoOf(workflowId, MEMO.tickNote)).toMatchObject([
    {
      tick: 2,
      outcome: 'withheld',
      cause: signal === 'halt' ? 'halted' : 'stopped',
      detail: 'risk-desk: strange market',
    },
  ]);
});
