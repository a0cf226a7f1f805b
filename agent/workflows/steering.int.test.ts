import { ApplicationFailure } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { CANDIDATE_STRATEGIES } from '../contract/default-input.ts';
import { MEMO, SIGNALS } from '../contract/names.ts';
import { openStage, type Stage } from '../worker/_scripted/open-stage.ts';
import { listActivities, listMemoValues, listTimers } from '../worker/_scripted/read-recording.ts';
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
const HOLD = { ticker: 'NVDA', action: 'HOLD', quantity: 0, rationale: 'nothing is aligned' };
const ANN = { by: 'ann', reason: 'strange market' };

const handleOf = (workflowId: string, runId?: string) => env.client.workflow.getHandle(workflowId, runId);
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
  await stage.agents.halt('halted', ANN);
  gate.resolve();
  await untilPhase('halted', 'halted');
  expect(recorded.attempts).toEqual([]);
  await handleOf('halted').signal(SIGNALS.resume, { reason: 'nobody' });
  await handleOf('halted').signal(SIGNALS.halt, 'broken argument');
  expect(await stage.agents.getState('halted')).toMatchObject({ phase: 'halted', halted: ANN });
  await stage.agents.resume('halted', { by: 'bob', reason: 'calm again' });
  const state = await resultOf('halted');
  expect(state).toMatchObject({ recentIntents: [{ outcome: 'withheld' }, { outcome: 'filled' }] });
  expect(state).not.toHaveProperty('halted');
  expect(listMemoValues(await handleOf('halted').fetchHistory(), MEMO.tickNote)).toEqual([
    { tick: 1, outcome: 'withheld', cause: 'halted', detail: 'ann: strange market' },
  ]);
});

it('withdraws an order that is still being retried, and knows that it did not arrive', async () => {
  const onPlaceOrder = () => {
    throw outage();
  };
  const recorded = await stage.start('withdrawn', { answers: [BUY], onPlaceOrder });
  await until(() => expect(recorded.attempts.length).toBeGreaterThan(0));
  await stage.agents.halt('withdrawn', ANN);
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
  await stage.agents.halt('arrived', ANN);
  expect(await resultOf('arrived')).toMatchObject({
    account: { positionQty: 50 },
    recentIntents: [{ outcome: 'filled' }],
    orderCount: 1,
  });
});

it('shows injected news to model and guardrail for two ticks', async () => {
  const gate = Promise.withResolvers<void>();
  const onSnapshot = (tick: number) => (tick === 1 ? gate.promise : undefined);
  const recorded = await stage.start('news', { answers: [HOLD, BUY, HOLD, BUY], onSnapshot });
  await untilPhase('news', 'deciding');
  await stage.agents.injectNews('news', { headline: 'CEO charged\nposition: 9', sentiment: -0.8, by: 'ann' });
  await handleOf('news').signal(SIGNALS.injectNews, { headline: '', sentiment: 5 });
  gate.resolve();
  expect(await resultOf('news')).toMatchObject({
    recentIntents: [{ outcome: 'held' }, { outcome: 'blocked' }, { outcome: 'held' }, { outcome: 'filled' }],
  });
  // The first tick's news came after the signal, so it is the first of the two.
  const shown = recorded.prompts.map((prompt) => prompt.includes('CEO charged'));
  expect(shown).toEqual([true, true, false, false]);
  expect(JSON.parse(recorded.prompts[0] ?? '')[0].content).toMatch(
    /^headline: "CEO charged\\nposition: 9"$/m,
  );
});

it('goes on in new runs with its numbers and its account, and loses no signal', async () => {
  const answers = [BUY, HOLD, HOLD, BUY, HOLD];
  const recorded = await stage.start('goes-on', { answers }, { ticksPerRun: 2 });
  expect(await resultOf('goes-on')).toMatchObject({
    tick: 5,
    account: { positionQty: 100 },
    orderCount: 2,
    selection: { winner: 'rsi-14-30-70' },
    recentIntents: [{ tick: 5 }],
  });
  expect(recorded.attempts.map((order) => order.tradeId)).toEqual(['goes-on-t1', 'goes-on-t4']);
  const runs = (await stage.agents.listAgents()).filter((run) => run.workflowId === 'goes-on');
  const histories = await Promise.all(runs.map(({ runId }) => handleOf('goes-on', runId).fetchHistory()));
  const discoveries = histories.filter((history) => listActivities(history).includes('fetchHistoryBars'));
  expect(histories).toHaveLength(3);
  expect(discoveries).toHaveLength(1);
  const options = { workflowBundle: { codePath: stage.bundlePath } };
  for (const history of histories) await Worker.runReplayHistory(options, history, 'goes-on');
});

it('hands a halt and injected news to the next run', async () => {
  const gate = Promise.withResolvers<void>();
  const onSnapshot = (tick: number) => (tick === 1 ? gate.promise : undefined);
  const recorded = await stage.start('hands-on', { answers: [HOLD, HOLD], onSnapshot }, { ticksPerRun: 1 });
  await untilPhase('hands-on', 'deciding');
  await stage.agents.injectNews('hands-on', { headline: 'Strike', sentiment: -0.4, by: 'ann' });
  await stage.agents.halt('hands-on', ANN);
  gate.resolve();
  await untilPhase('hands-on', 'halted');
  expect(await stage.agents.getState('hands-on')).toMatchObject({ tick: 2, halted: ANN });
  await stage.agents.resume('hands-on', ANN);
  await resultOf('hands-on');
  expect(recorded.prompts.map((prompt) => prompt.includes('Strike'))).toEqual([true, true]);
});

it('waits for its ticks by named timers that a person can cut short', async () => {
  await stage.start('waits', { answers: [HOLD, HOLD] }, { tickSeconds: 3600 });
  await untilPhase('waits', 'waiting');
  await stage.agents.fastForwardTick('waits', ANN);
  await until(async () =>
    expect(await stage.agents.getState('waits')).toMatchObject({ tick: 2, phase: 'waiting' }),
  );
  await stage.agents.stop('waits', ANN);
  expect(await resultOf('waits')).toMatchObject({
    phase: 'stopped',
    stopping: ANN,
    recentIntents: [{ tick: 1 }],
  });
  expect(listTimers(await handleOf('waits').fetchHistory())).toEqual(['tick 1', 'tick 2']);
});

it('trades on the best of the backtests that succeeded', async () => {
  const onBacktest = ({ strategy }: { strategy: { id: string } }) => {
    if (strategy.id === 'rsi-14-30-70')
      throw ApplicationFailure.nonRetryable('no data\nstack', 'Backtest.program');
  };
  const candidateStrategies = CANDIDATE_STRATEGIES.slice(0, 3);
  await stage.start('one-fails', { answers: [HOLD], onBacktest }, { candidateStrategies });
  expect(await resultOf('one-fails')).toMatchObject({
    selection: { winner: 'macd-12-26-9', failed: [{ strategyId: 'rsi-14-30-70', error: 'no data' }] },
    scorecards: [{ strategyId: 'rsi-7-25-75' }, { strategyId: 'macd-12-26-9' }],
  });
});

it('fails with the first error when every backtest fails', async () => {
  const onBacktest = () => {
    throw ApplicationFailure.nonRetryable('no data', 'Backtest.program');
  };
  await stage.start('all-fail', { answers: [], onBacktest });
  await expect(resultOf('all-fail')).rejects.toMatchObject({
    cause: { type: 'NoStrategy', message: 'Every backtest failed; the first: no data' },
  });
  expect(await stage.agents.getState('all-fail')).toMatchObject({ phase: 'failed' });
});

it('stops while it still looks for a strategy, and ends its backtests', async () => {
  const onBacktest = () => {
    throw outage();
  };
  await stage.start('stops-early', { answers: [HOLD], onBacktest });
  await stage.agents.stop('stops-early', ANN);
  const state = await resultOf('stops-early');
  expect(state).toMatchObject({ phase: 'stopped', tick: 0, stopping: ANN });
  expect(state).not.toHaveProperty('selection');
});

it('refuses an input against the contract, and a second agent under the same id', async () => {
  const start = (args: unknown) =>
    env.client.workflow.start('selfEvolvingStockAgent', {
      args: [args],
      taskQueue: 'tickscope-agent',
      workflowId: 'bad-input',
    });
  await expect((await start({ ticker: 'nvda; drop' })).result()).rejects.toMatchObject({
    cause: { type: 'InvalidInput' },
  });
  await stage.start('twice', { answers: [HOLD] }, { tickSeconds: 3600 });
  await expect(stage.start('twice', { answers: [HOLD] })).rejects.toMatchObject({ code: 'already-running' });
  await expect(stage.agents.halt('nobody', ANN)).rejects.toMatchObject({ code: 'not-found' });
  await stage.agents.terminate('twice', 'end of test');
  await expect(resultOf('twice')).rejects.toThrow();
});
