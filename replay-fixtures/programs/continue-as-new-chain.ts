import type { Program } from './recording.ts';
import { startAgent, toLimits } from './run-agent.ts';
import { waitUntil } from './wait-until.ts';

const WORKFLOW_ID = 'chain-nvda';
const NAMES = ['continue-as-new-chain-1', 'continue-as-new-chain-2', 'continue-as-new-chain-3'];

/** Eight ticks, three to a run, without timers: three runs that are one story. */
export const continueAsNewChain: Program = {
  name: 'continue-as-new-chain',
  file: 'continue-as-new-chain',
  run: async (stage) => {
    const worker = await stage.startWorker();
    const { runId } = await startAgent(stage, WORKFLOW_ID, {
      tickSeconds: 0,
      ticksPerRun: 3,
      maxTicks: 8,
      // Above all purchases of this story: nobody is there to answer.
      limits: toLimits(40_000_00),
    });
    const runIds = [runId, ...(await followChain(stage, runId))];
    await worker.stop();
    return NAMES.map((name, index) => ({
      name,
      description: `Run ${index + 1} of three that continue each other.`,
      workflowId: WORKFLOW_ID,
      runId: runIds[index] ?? '',
      chain: NAMES,
    }));
  },
};

/** Ids of the runs after this one, when the last of them has ended. */
async function followChain(stage: Parameters<Program['run']>[0], runId: string): Promise<readonly string[]> {
  const { events } = await waitUntil(`${WORKFLOW_ID}: run ${runId} has ended`, async () => {
    const handle = stage.workflows.getHandle(WORKFLOW_ID, runId);
    const { status } = await handle.describe();
    return status.name === 'RUNNING' ? undefined : handle.fetchHistory();
  });
  const next = events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  return next ? [next, ...(await followChain(stage, next))] : [];
}
