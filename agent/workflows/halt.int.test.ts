import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { keepAlive } from '../activities/keep-alive.ts';
import { MEMO, SIGNALS } from '../contract/names.ts';
import { openStage, type Stage } from '../worker/_scripted/open-stage.ts';
import { listActivities, listMemoValues } from '../worker/_scripted/read-recording.ts';
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
const DESK = { by: 'risk-desk', reason: 'strange market' };

const handleOf = (workflowId: string) => env.client.workflow.getHandle(workflowId);
const resultOf = (workflowId: string) => handleOf(workflowId).result();
const outage = () => ApplicationFailure.retryable('broker: HTTP 503', 'PartyUnavailable');
const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 20_000, interval: 100 });
const untilPhase = (workflowId: string, phase: string) =>
  until(async () => expect(await stage.agents.getState(workflowId)).toMatchObject({ phase }));

it('lets no order leave while halted, and goes on when a named person resumes', async () => {
  const gate = Promise.withResolvers<void>();
  const onSnapshot = (tick: number) => (tick === 1 ? gate.promise : undefined);
  const recorded = await stage.start('halted', { answers: [BUY, BUY], onSnapshot });
  await untilPhase('halted', 'deciding');
  await stage.agents.halt('halted', DESK);
  gate.resolve();
  await untilPhase('halted', 'halted');
  expect(recorded.attempts).toEqual([]);
  await handleOf('halted').signal(SIGNALS.resume, { reason: 'nobody' });
  await handleOf('halted').signal(SIGNALS.halt, 'broken argument');
  expect(await stage.agents.getState('halted')).toMatchObject({ phase: 'halted', halted: DESK });
  await stage.agents.resume('halted', { by: 'desk-2', reason: 'calm again' });
  const state = await resultOf('halted');
  expect(state).toMatchObject({ recentIntents: [{ outcome: 'withheld' }, { outcome: 'filled' }] });
  expect(state).not.toHaveProperty('halted');
  expect(listMemoValues(await handleOf('halted').fetchHistory(), MEMO.tickNote)).toEqual([
    { tick: 1, outcome: 'withheld', cause: 'halted', detail: 'risk-desk: strange market' },
  ]);
});

it('withdraws an order that is still being retried, and knows that it did not arrive', async () => {
  const onPlaceOrder = () => {
    throw outage();
  };
  const recorded = await stage.start('withdrawn', { answers: [BUY], onPlaceOrder });
  await until(() => expect(recorded.attempts.length).toBeGreaterThan(0));
  await stage.agents.halt('withdrawn', DESK);
  expect(await resultOf('withdrawn')).toMatchObject({
    account: { positionQty: 0 },
    recentIntents: [{ outcome: 'withheld' }],
    orderCount: 0,
  });
  const activities = listActivities(await handleOf('withdrawn').fetchHistory());
  expect(activities.slice(-2)).toEqual(['placeOrder', 'findOrder']);
  expect(recorded.filled.size).toBe(0);
});

it('books an order that had arrived although its replies were lost when a halt came', async () => {
  const onPlaceOrder = (_attempt: number, fill: () => void) => {
    fill();
    throw outage();
  };
  const recorded = await stage.start('arrived', { answers: [BUY], onPlaceOrder });
  await until(() => expect(recorded.attempts.length).toBeGreaterThan(0));
  await stage.agents.halt('arrived', DESK);
  expect(await resultOf('arrived')).toMatchObject({
    account: { positionQty: 50 },
    recentIntents: [{ outcome: 'filled' }],
    orderCount: 1,
  });
});

/** The halt has reached the attempt under way: the server asks it to end. */
const untilCancelRequested = (workflowId: string) =>
  until(async () => {
    const { events } = await handleOf(workflowId).fetchHistory();
    expect(events?.some((event) => event.activityTaskCancelRequestedEventAttributes)).toBe(true);
  });

it('books a fill when the attempt that was halted fails after the broker has executed', async () => {
  const gate = Promise.withResolvers<void>();
  const onPlaceOrder = async (_attempt: number, fill: () => void) => {
    await keepAlive(() => gate.promise);
    fill();
    throw outage();
  };
  const recorded = await stage.start('fails-halted', { answers: [BUY], onPlaceOrder });
  await until(() => expect(recorded.attempts).toHaveLength(1));
  await stage.agents.halt('fails-halted', DESK);
  await untilCancelRequested('fails-halted');
  gate.resolve();
  expect(await resultOf('fails-halted')).toMatchObject({
    account: { positionQty: 50 },
    recentIntents: [{ outcome: 'filled' }],
    orderCount: 1,
    halted: DESK,
  });
  const { events = [] } = await handleOf('fails-halted').fetchHistory();
  expect(events?.filter((event) => event.activityTaskFailedEventAttributes)).toHaveLength(1);
  expect(recorded.attempts).toHaveLength(1);
  expect(recorded.filled.size).toBe(1);
});

it.each([
  ['fails', async () => Promise.reject(outage())],
  ['is cancelled', () => Context.current().cancelled],
] as const)('withholds the order when a resume comes before the halted attempt %s', async (ending, end) => {
  const workflowId = `resumed-${ending.replace(' ', '-')}`;
  const gate = Promise.withResolvers<void>();
  let attempts = 0;
  const onPlaceOrder = async () => {
    attempts += 1;
    if (attempts > 1) return;
    await keepAlive(async () => {
      await gate.promise;
      await end();
    });
  };
  const recorded = await stage.start(workflowId, { answers: [BUY, BUY], onPlaceOrder });
  await until(() => expect(recorded.attempts).toHaveLength(1));
  await stage.agents.halt(workflowId, DESK);
  await untilCancelRequested(workflowId);
  await stage.agents.resume(workflowId, { by: 'desk-2', reason: 'calm again' });
  await until(async () => expect(await stage.agents.getState(workflowId)).not.toHaveProperty('halted'));
  gate.resolve();
  expect(await resultOf(workflowId)).toMatchObject({
    account: { positionQty: 50 },
    recentIntents: [{ outcome: 'withheld' }, { outcome: 'filled' }],
    orderCount: 1,
  });
  const history = await handleOf(workflowId).fetchHistory();
  expect(listMemoValues(history, MEMO.tickNote)).toEqual([
    { tick: 1, outcome: 'withheld', cause: 'halted', detail: 'resumed meanwhile' },
  ]);
  expect(listActivities(history).filter((name) => name.endsWith('Order'))).toEqual([
    'placeOrder',
    'findOrder',
    'placeOrder',
  ]);
});
