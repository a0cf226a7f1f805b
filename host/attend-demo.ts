import { setTimeout as delay } from 'node:timers/promises';
import type { AgentClient } from '#agent/client/agent-client.ts';
import { AgentClientError } from '#agent/client/agent-client-error.ts';
import { connectAgentClient } from '#agent/client/connect-agent-client.ts';
import { createDemoDesk } from './demo-desk.ts';
import { DEMO_WORKFLOW_ID, startDemoRun } from './demo-run.ts';

const LOOK_EVERY_MS = 2_000;
/** The list of runs lags behind a start and a continue-as-new by a second or two. */
const ABSENCES_UNTIL_OVER = 5;

async function startIfFirst(
  client: AgentClient,
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

async function isRunning(client: AgentClient): Promise<boolean> {
  const agents = await client.listAgents();
  return agents.some(({ workflowId, status }) => workflowId === DEMO_WORKFLOW_ID && status === 'RUNNING');
}

/** Answers what nobody answered, until the demo run is over. */
async function keepDesk(client: AgentClient, say: (text: string) => void): Promise<void> {
  const desk = createDemoDesk();
  for (
    let absences = 0;
    absences < ABSENCES_UNTIL_OVER;
    absences = (await isRunning(client)) ? 0 : absences + 1
  ) {
    await delay(LOOK_EVERY_MS);
    const state = await client.getState(DEMO_WORKFLOW_ID).catch(ignoreWhileAway);
    const found = desk.look(state?.approval, performance.now());
    if (!found) continue;
    const send = found.decision === 'approve' ? client.approveTrade : client.rejectTrade;
    await send(DEMO_WORKFLOW_ID, found.answer);
    say(`demo-desk: ${found.decision} ${found.answer.tradeId}, nobody else answered`);
  }
}

/** No worker answers a query while it is being started again, and a closed run has nothing to answer: look again. */
function ignoreWhileAway(error: unknown): undefined {
  if (error instanceof AgentClientError) return undefined;
  throw error;
}

/** Starts the demo run where none has been, and keeps the demo desk as long as it runs. What fails is said; it never ends the host. */
export async function attendDemo(say: (text: string) => void, model: string | undefined): Promise<void> {
  try {
    const client = await connectAgentClient({ identity: 'tickscope-demo-desk' });
    await startIfFirst(client, model, say);
    await keepDesk(client, say);
    await client.close();
  } catch (error) {
    say(`the demo is not attended: ${error instanceof Error ? error.message : String(error)}`);
  }
}
