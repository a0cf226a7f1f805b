import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NativeConnection } from '@temporalio/worker';
import { type AgentClient, createAgentClient } from '../../client/agent-client.ts';
import type { AgentInput } from '../../contract/agent-input.ts';
import { CANDIDATE_STRATEGIES, toAgentInput } from '../../contract/default-input.ts';
import { buildWorkflowBundle } from '../build-workflow-bundle.ts';
import { createWorkers } from '../create-workers.ts';
import { type Recorded, type Scenario, Scenes } from './scenario.ts';
import { createScriptedModelProvider } from './scripted-model.ts';
import { createScriptedActivities } from './scripted-parties.ts';

/** The real workflows in the real worker against scripted parties, and the client that drives them. */
export interface Stage {
  readonly agents: AgentClient;
  readonly bundlePath: string;
  readonly start: (workflowId: string, scenario: Scenario, input?: Partial<AgentInput>) => Promise<Recorded>;
  readonly close: () => Promise<void>;
}

/** Bundles of tests lie beside each other in one folder, so that the second test file finds what the first one built. */
const BUNDLE_FOLDER = join(tmpdir(), 'tickscope-test-bundles');

/** Opens the stage on a server; a test environment of @temporalio/testing has both connections. */
export async function openStage(server: {
  readonly nativeConnection: NativeConnection;
  readonly client: { readonly workflow: Parameters<typeof createAgentClient>[0] };
}): Promise<Stage> {
  const scenes = new Scenes();
  const { path: bundlePath } = await buildWorkflowBundle(BUNDLE_FOLDER);
  const workers = await createWorkers({
    connection: server.nativeConnection,
    identity: 'scripted-worker',
    bundlePath,
    activities: createScriptedActivities(scenes),
    modelProvider: createScriptedModelProvider(scenes),
  });
  const running = Promise.all(workers.map((worker) => worker.run()));
  const agents = createAgentClient(server.client.workflow, async () => undefined);
  return {
    agents,
    bundlePath,
    start: async (workflowId, scenario, input = {}) => {
      const recorded = scenes.add(workflowId, scenario);
      await agents.startAgent(toFastInput(scenario, input), { workflowId });
      return recorded;
    },
    close: async () => {
      for (const worker of workers) worker.shutdown();
      await running;
    },
  };
}

/** Without pauses, with one candidate, and over after as many ticks as there are answers. */
const toFastInput = (scenario: Scenario, input: Partial<AgentInput>): AgentInput =>
  toAgentInput({
    ticker: 'NVDA',
    startedBy: 'test',
    tickSeconds: 0,
    maxTicks: Math.max(1, scenario.answers.length),
    candidateStrategies: CANDIDATE_STRATEGIES.slice(0, 1),
    ...input,
  });
