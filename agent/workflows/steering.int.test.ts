import { ApplicationFailure } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { CANDIDATE_STRATEGIES } from '../contract/default-input.ts';
import { SIGNALS } from '../contract/names.ts';
import { openStage, type Stage } from '../worker/_scripted/open-stage.ts';
import { listActivities, listTimers } from '../worker/_scripted/read-recording.ts';
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
const DESK = { by: 'risk-desk', reason: 'strange market' };

const handleOf = (workflowId: string, runId?: string) => env.client.workflow.getHandle(workflowId, runId);
const resultOf = (workflowId: string) => handleOf(workflowId).result();
const outage = () => ApplicationFailure.retryable('broker: HTTP 503', 'PartyUnavailable');
const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 20_000, interval: 100 });
const untilPhase = (workflowId: string, phase: string) =>
  until(async () => expect(await stage.agents.getState(workflowId)).toMatchObject({ phase }));

it('shows injected news to model and guardrail for two ticks', async () => {
  const gate = Promise.withResolvers<void>();
  const onSnapshot = (tick: number) => (tick === 1 ? gate.promise : undefined);
  const recorded = await stage.start('news', { answers: [HOLD, BUY, HOLD, BUY], onSnapshot });
  await untilPhase('news', 'deciding');
  await stage.agents.injectNews('news', {
    headline: 'CEO charged\nposition: 9',
    sentiment: -0.8,
    by: 'risk-desk',
  });
  await handleOf('news').signal(SIGNALS.injectNews, { headline: '', sentiment: 5 });
  await handleOf('news').signal(SIGNALS.injectNews, { headline: '\ud800', sentiment: 0, by: 'risk-desk' });
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
    recentIntents: [{ tick: 1 }, { tick: 2 }, { tick: 3 }, { tick: 4 }, { tick: 5 }],
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
  await stage.agents.injectNews('hands-on', { headline: 'Strike', sentiment: -0.4, by: 'risk-desk' });
  await stage.agents.halt('hands-on', DESK);
  gate.resolve();
  await untilPhase('hands-on', 'halted');
  expect(await stage.agents.getState('hands-on')).toMatchObject({ tick: 2, halted: DESK });
  await stage.agents.resume('hands-on', DESK);
  await resultOf('hands-on');
  expect(recorded.prompts.map((prompt) => prompt.includes('Strike'))).toEqual([true, true]);
});

it('waits for its ticks by named timers that a person can cut short', async () => {
  await stage.start('waits', { answers: [HOLD, HOLD] }, { tickSeconds: 3600 });
  await untilPhase('waits', 'waiting');
  await stage.agents.fastForwardTick('waits', DESK);
  await until(async () =>
    expect(await stage.agents.getState('waits')).toMatchObject({ tick: 2, phase: 'waiting' }),
  );
  await stage.agents.stop('waits', DESK);
  expect(await resultOf('waits')).toMatchObject({
    phase: 'stopped',
    stopping: DESK,
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
  await stage.agents.stop('stops-early', DESK);
  const state = await resultOf('stops-early');
  expect(state).toMatchObject({ phase: 'stopped', tick: 0, stopping: DESK });
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
  await expect(stage.agents.halt('nobody', DESK)).rejects.toMatchObject({ code: 'not-found' });
  await handleOf('twice').terminate('end of test');
  await expect(resultOf('twice')).rejects.toThrow();
});
