import { setTimeout as delay } from 'node:timers/promises';
import type { AgentClient } from '#agent/client/agent-client.ts';
import { connectAgentClient } from '#agent/client/connect-agent-client.ts';
import { createDemoDesk } from './demo-desk.ts';
import { DEMO_WORKFLOW_ID, startDemoRun } from './demo-run.ts';
import { keepDemoDesk } from './keep-demo-desk.ts';

const LOOK_EVERY_MS = 2_000;

type DemoClient = Pick<
  AgentClient,
  'startAgent' | 'listAgents' | 'getState' | 'approveTrade' | 'rejectTrade' | 'close'
>;

async function startIfFirst(
  client: Pick<AgentClient, 'startAgent' | 'listAgents'>,
  model: string | undefined,
  say: (text: string) => void,
): Promise<void> {
  const started = await startDemoRun(
    {
      hasAnyRun: async () => (await client.listAgents({ limit: 1 })).length > 0,
      start: async (workflowId, input) => {
        await client.startAgent(input, { workflowId });
      },
    },
    model,
  );
  if (started) say(`started the demo run ${DEMO_WORKFLOW_ID}`);
}

/** Starts the demo run where none has been, and keeps the demo desk as long as it runs. What fails is said; it never ends the host. */
export async function attendDemo(
  say: (text: string) => void,
  model: string | undefined,
  connect: () => Promise<DemoClient> = () => connectAgentClient({ identity: 'tickscope-demo-desk' }),
): Promise<void> {
  try {
    const client = await connect();
    try {
      await startIfFirst(client, model, say);
      const desk = createDemoDesk();
      const pause = () => delay(LOOK_EVERY_MS);
      await keepDemoDesk({ client, desk, say, pause, now: () => performance.now() });
    } finally {
      await client.close();
    }
  } catch (error) {
    say(`the demo is not attended: ${error instanceof Error ? error.message : String(error)}`);
  }
}
