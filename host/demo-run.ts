import type { AgentInput } from '#agent/contract/agent-input.ts';
import { toAgentInput } from '#agent/contract/default-input.ts';

/** Workflow id of the demo run; a run of this id, and no other, is attended by the demo desk. */
export const DEMO_WORKFLOW_ID = 'demo-nvda';

/** The smallest part of the agent's client that starts the demo. */
interface DemoStarter {
  /** True when the namespace has a run of the agent, open or closed. */
  readonly hasAnyRun: () => Promise<boolean>;
  readonly start: (workflowId: string, input: AgentInput) => Promise<void>;
}

/** Quick enough to watch, long enough for every kind of tick; the answers to approvals come from a person or, after a while, from the demo desk. */
function toDemoInput(model: string | undefined): AgentInput {
  return toAgentInput({
    ticker: 'NVDA',
    startedBy: 'demo',
    historyRange: '1y',
    tickSeconds: 5,
    approvalTimeoutSeconds: 120,
    maxTicks: 100,
    ticksPerRun: 50,
    ...(model === undefined ? {} : { model }),
  });
}

/** Starts the first run of a fresh installation. False when: somebody has run an agent in this namespace before. */
export async function startDemoRun(agent: DemoStarter, model: string | undefined): Promise<boolean> {
  if (await agent.hasAnyRun()) return false;
  await agent.start(DEMO_WORKFLOW_ID, toDemoInput(model));
  return true;
}
