import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type AgentClient, createAgentClient } from '../client/agent-client.ts';
import { toAgentInput } from '../contract/default-input.ts';
import { executionReportSchema } from '../contract/trade.ts';
import { findTemporalCli } from './_scripted/temporal-cli.ts';

const ROOT = join(import.meta.dirname, '../..');
const children = new Set<ChildProcess>();
let env: TestWorkflowEnvironment;
let agents: AgentClient;
let dataFolder: string;
let mockUrl: string;

/** Starts an entry file as the host does, and waits until it says that it is ready. */
async function startProcess(entry: string, environment: Record<string, string>) {
  const child = fork(join(ROOT, entry), {
    env: { ...process.env, TICKSCOPE_DATA: dataFolder, ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  children.add(child);
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const exited = once(child, 'exit').then(() => Promise.reject(new Error(`${entry} ended: ${errors}`)));
  const [message] = await Promise.race([once(child, 'message'), exited]);
  return { child, message: z.looseObject({ type: z.literal('ready') }).parse(message), errors: () => errors };
}

const startWorker = (environment: Record<string, string> = {}) =>
  startProcess('agent/worker/main.ts', {
    TEMPORAL_ADDRESS: env.address,
    TICKSCOPE_WORKER_NAME: 'blue',
    TICKSCOPE_MARKET_URL: `${mockUrl}/market`,
    TICKSCOPE_NEWS_URL: `${mockUrl}/news`,
    TICKSCOPE_BROKER_URL: `${mockUrl}/broker`,
    OPENAI_BASE_URL: `${mockUrl}/v1`,
    OPENAI_API_KEY: '',
    ...environment,
  });

const failNext = (fault: object) =>
  fetch(`${mockUrl}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'tickscope-worker-'));
  const executable = { type: 'existing-path', path: findTemporalCli() } as const;
  env = await TestWorkflowEnvironment.createLocal({ server: { executable } });
  agents = createAgentClient(env.client.workflow, async () => undefined);
  const standIns = await startProcess('mockoon/main.ts', {});
  mockUrl = z.url().parse(standIns.message.url);
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await env?.teardown();
  await rm(dataFolder, { recursive: true, force: true });
});

const listOrders = async (account: string) => {
  const response = await fetch(`${mockUrl}/broker/accounts/${encodeURIComponent(account)}/orders`);
  return z.object({ orders: z.array(executionReportSchema) }).parse(await response.json()).orders;
};

it('trades through twenty ticks of the stand-ins although it is killed, the broker fails and replies are lost', async () => {
  const first = await startWorker();
  await failNext({ party: 'broker', kind: 'drop', count: 1 });
  await failNext({ party: 'model', kind: 'status', status: 500, count: 1 });
  await failNext({ party: 'market', kind: 'malformed', count: 1 });
  const input = toAgentInput({
    ticker: 'NVDA',
    startedBy: 'test',
    tickSeconds: 0,
    maxTicks: 20,
    approvalTimeoutSeconds: 1,
  });
  await agents.startAgent(input, { workflowId: 'survivor' });
  const untilTick = (tick: number) =>
    vi.waitFor(async () => expect((await agents.getState('survivor')).tick).toBeGreaterThanOrEqual(tick), {
      timeout: 60_000,
      interval: 100,
    });
  await untilTick(5);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  await startWorker();
  const state = await env.client.workflow.getHandle('survivor').result();
  expect(state).toMatchObject({ phase: 'stopped', tick: 20 });
  expect(state.recentIntents).toHaveLength(20);
  const orders = await listOrders('survivor');
  const bought = orders.reduce(
    (sum, order) => sum + (order.side === 'BUY' ? order.lastQty : -order.lastQty),
    0,
  );
  expect(orders.length).toBeGreaterThan(0);
  expect(orders).toHaveLength(state.orderCount);
  expect(new Set(orders.map((order) => order.clOrdId)).size).toBe(orders.length);
  expect(state.account.positionQty).toBe(bought);
}, 180_000);

it('says on every step which worker took it, and ends with its parent', async () => {
  const { child } = await startWorker({ TICKSCOPE_WORKER_NAME: 'green' });
  const input = toAgentInput({ ticker: 'NVDA', startedBy: 'test', tickSeconds: 3600 });
  await agents.startAgent(input, { workflowId: 'named' });
  await vi.waitFor(async () => expect(await agents.getState('named')).toMatchObject({ phase: 'waiting' }), {
    timeout: 30_000,
  });
  const { events } = await env.client.workflow.getHandle('named').fetchHistory();
  const identities = events?.flatMap((event) => event.activityTaskStartedEventAttributes?.identity ?? []);
  expect(new Set(identities)).toEqual(new Set([expect.stringMatching(/^(blue|green):worker:\d+$/)]));
  const exited = once(child, 'exit');
  child.disconnect();
  expect(await exited).toEqual([0, null]);
});

it.each([
  [{ TICKSCOPE_BROKER_URL: '' }, 'TICKSCOPE_BROKER_URL is not set, and no stand-in runs here.'],
  [{ TICKSCOPE_NEWS_URL: 'not a url' }, 'TICKSCOPE_NEWS_URL is not a URL.'],
  [{ OPENAI_BASE_URL: '' }, 'OPENAI_API_KEY is not set.'],
  [{ TEMPORAL_ADDRESS: '127.0.0.1:1' }, 'No Temporal server answers at 127.0.0.1:1.'],
])('ends with one clear line for %j', async (environment, message) => {
  const failure = await startWorker(environment).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(String(failure)).toContain(message);
  expect(String(failure).trim().split('\n')).toHaveLength(1);
});
