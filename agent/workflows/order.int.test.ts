import { createRequire } from 'node:module';
import { ApplicationFailure } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

const handleOf = (workflowId: string) => env.client.workflow.getHandle(workflowId);
const resultOf = (workflowId: string) => handleOf(workflowId).result();
const historyOf = (workflowId: string) => handleOf(workflowId).fetchHistory();
const outage = () => ApplicationFailure.retryable('broker POST /orders: HTTP 503', 'PartyUnavailable');

it('buys, books the fill and ends after its last tick', async () => {
  const recorded = await stage.start('buys', { answers: [BUY, HOLD] });
  expect(await resultOf('buys')).toMatchObject({
    phase: 'stopped',
    tick: 2,
    orderCount: 1,
    account: { cashCents: 100_000_00 - 50 * 12_800, positionQty: 50, avgCostCents: 12_800 },
    dailyNotionalCents: 50 * 12_800,
    recentIntents: [
      { tick: 1, intent: BUY, outcome: 'filled' },
      { tick: 2, intent: HOLD, outcome: 'held' },
    ],
  });
  expect(recorded.attempts).toEqual([
    {
      clOrdId: 'buys:buys-t1',
      tradeId: 'buys-t1',
      account: 'buys',
      symbol: 'NVDA',
      side: 'BUY',
      orderQty: 50,
      priceCents: 12_800,
    },
  ]);
});

it('records a tick as the contract says, and starts no timer when ticks follow at once', async () => {
  await stage.start('records', { answers: [BUY, HOLD] });
  await resultOf('records');
  const history = await historyOf('records');
  const tick = ['getMarketSnapshot', 'getNewsSnapshot', 'invokeModelActivity'];
  expect(listActivities(history)).toEqual([
    'fetchHistoryBars',
    ...tick,
    'checkTradeIntent',
    'placeOrder',
    ...tick,
  ]);
  expect(listTimers(history)).toEqual([]);
  expect(listMemoValues(history, 'strategy')).toEqual([
    { winner: 'rsi-14-30-70', family: 'RSI', sharpe: 1, maxDrawdownRatio: 0.05, failed: [] },
  ]);
});

it('sends no order that the guardrail blocks', async () => {
  const recorded = await stage.start('blocked', {
    answers: [BUY],
    tick: () => ({ headlines: ['SEC  Probe widens'] }),
  });
  expect(await resultOf('blocked')).toMatchObject({ recentIntents: [{ outcome: 'blocked' }], orderCount: 0 });
  expect(recorded.attempts).toEqual([]);
});

it('lets the model ask for earlier prices, but not for later ones', async () => {
  const askFor = (tick: number) => ({
    callTool: 'getPriceHistory',
    args: { symbol: 'NVDA', tick, lookback: 5 },
  });
  const recorded = await stage.start('tool', { answers: [askFor(1), askFor(9), HOLD] }, { maxTicks: 1 });
  await resultOf('tool');
  const asked = listActivities(await historyOf('tool')).filter((name) => name === 'getPriceHistory');
  expect(asked).toHaveLength(1);
  expect(recorded.prompts.at(-1)).toContain('refused: tick must be 1 to 1');
});

it('asks again with the error when an answer breaks the schema', async () => {
  const answers = ['not JSON', { ...BUY, quantity: 500 }, BUY];
  const recorded = await stage.start('asks-again', { answers }, { maxTicks: 1 });
  expect(await resultOf('asks-again')).toMatchObject({ orderCount: 1 });
  expect(recorded.prompts[0]).not.toContain('previous_error');
  expect(recorded.prompts[1]).toContain('previous_error: ');
  expect(recorded.prompts[2]).toMatch(/previous_error: .*quantity/);
});

it('holds with the reason recorded when no answer makes sense', async () => {
  const answers = [{ ...BUY, ticker: 'AMD' }, { ...BUY, quantity: 0 }, 'still not JSON'];
  const recorded = await stage.start('no-intent', { answers }, { maxTicks: 1 });
  expect(await resultOf('no-intent')).toMatchObject({ recentIntents: [{ tick: 1, outcome: 'held' }] });
  expect(recorded.prompts).toHaveLength(3);
  expect(listMemoValues(await historyOf('no-intent'), 'tickNote')).toEqual([
    { tick: 1, outcome: 'held', cause: 'no-valid-intent', detail: expect.stringContaining('JSON') },
  ]);
});

it('retries an order while the broker is down, and fills it once', async () => {
  const onPlaceOrder = (attempt: number) => {
    if (attempt < 3) throw outage();
  };
  const recorded = await stage.start('retries', { answers: [BUY], onPlaceOrder });
  expect(await resultOf('retries')).toMatchObject({ orderCount: 1, account: { positionQty: 50 } });
  expect(recorded.attempts).toHaveLength(3);
  expect(recorded.filled.size).toBe(1);
});

it('books a fill once when the reply was lost after the broker had executed', async () => {
  const onPlaceOrder = (attempt: number, fill: () => void) => {
    fill();
    if (attempt === 1) throw outage();
  };
  const recorded = await stage.start('reply-lost', { answers: [BUY], onPlaceOrder });
  expect(await resultOf('reply-lost')).toMatchObject({ orderCount: 1, account: { positionQty: 50 } });
  expect(new Set(recorded.attempts.map((order) => order.clOrdId)).size).toBe(1);
});

it('records a refused order as a failed tick and goes on', async () => {
  let refusals = 0;
  const onPlaceOrder = () => {
    refusals += 1;
    if (refusals === 1) throw ApplicationFailure.nonRetryable('broker: HTTP 422 bad order', 'PartyRefused');
  };
  const recorded = await stage.start('refused', { answers: [BUY, BUY], onPlaceOrder });
  expect(await resultOf('refused')).toMatchObject({
    recentIntents: [{ outcome: 'failed', intent: BUY }, { outcome: 'filled' }],
  });
  expect(recorded.attempts).toHaveLength(2);
  expect(listMemoValues(await historyOf('refused'), 'tickNote')).toEqual([
    { tick: 1, outcome: 'failed', cause: 'broker', detail: 'broker: HTTP 422 bad order' },
  ]);
});

// The class as the worker's plugin loads it: that is how it tells a refusal from an outage.
const { APIError }: typeof import('openai') = createRequire(import.meta.url)('openai');

it('records missing market data and a refusing model as failed ticks and goes on', async () => {
  const onSnapshot = (tick: number) => {
    if (tick === 1) throw ApplicationFailure.nonRetryable('market: HTTP 404', 'PartyNotFound');
  };
  const refusal = new APIError(400, undefined, 'bad model', new Headers());
  await stage.start('failures', { answers: [refusal, HOLD], onSnapshot }, { maxTicks: 3 });
  expect(await resultOf('failures')).toMatchObject({
    recentIntents: [
      { tick: 1, outcome: 'failed' },
      { tick: 2, outcome: 'failed' },
      { tick: 3, outcome: 'held' },
    ],
  });
  expect(listMemoValues(await historyOf('failures'), 'tickNote')).toMatchObject([
    { tick: 1, cause: 'market-data', detail: 'market: HTTP 404' },
    { tick: 2, cause: 'model', detail: expect.stringContaining('bad model') },
  ]);
});

it('replays every recording of this file with the same code', async () => {
  const verdicts = new Map<string, string>();
  for (const workflowId of ['buys', 'tool', 'asks-again', 'no-intent', 'retries', 'refused', 'failures']) {
    const history = await historyOf(workflowId);
    await Worker.runReplayHistory(
      { workflowBundle: { codePath: stage.bundlePath } },
      history,
      workflowId,
    ).then(
      () => verdicts.set(workflowId, 'match'),
      (error: unknown) => verdicts.set(workflowId, String(error)),
    );
  }
  expect(new Set(verdicts.values())).toEqual(new Set(['match']));
});
