import { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgentClient, createAgentClient } from '../client/agent-client.ts';
import { toAgentInput } from '../contract/default-input.ts';
import { type Scenario, Scenes } from '../worker/_scripted/scenario.ts';
import { type ScriptedWorker, startScriptedWorker } from '../worker/_scripted/start-scripted-worker.ts';
import { findTemporalCli } from '../worker/_scripted/temporal-cli.ts';

const scenes = new Scenes();
let env: TestWorkflowEnvironment;
let worker: ScriptedWorker;
let agents: AgentClient;

beforeAll(async () => {
  const executable = { type: 'existing-path', path: findTemporalCli() } as const;
  env = await TestWorkflowEnvironment.createLocal({ server: { executable } });
  worker = await startScriptedWorker(env.nativeConnection, scenes);
  agents = createAgentClient(env.client.workflow, async () => undefined);
}, 120_000);

afterAll(async () => {
  await worker?.stop();
  await env?.teardown();
}, 30_000);

const BUY = { ticker: 'NVDA', action: 'BUY', quantity: 50, rationale: 'rsi14 28.3 below 30, sentiment 0.4' };
const HOLD = { ticker: 'NVDA', action: 'HOLD', quantity: 0, rationale: 'nothing is aligned' };

async function start(workflowId: string, scenario: Scenario, input = {}) {
  const recorded = scenes.add(workflowId, scenario);
  const chosen = { ticker: 'NVDA', startedBy: 'test', tickSeconds: 0, maxTicks: scenario.answers.length };
  await agents.startAgent(toAgentInput({ ...chosen, ...input }), { workflowId });
  return recorded;
}

describe('selfEvolvingStockAgent', () => {
  it('buys, holds and buys again, and ends after its last tick', async () => {
    const recorded = await start('buys', { answers: [BUY, HOLD, BUY] });
    const state = await env.client.workflow.getHandle('buys').result();
    console.log(JSON.stringify(state), recorded.prompts[0]);
    expect(state).toMatchObject({ phase: 'stopped', tick: 3, orderCount: 2 });
  }, 30_000);
});
