import type { Program } from './recording.ts';
import { awaitQuestion, startAgent, toLimits } from './run-agent.ts';

const NAME = 'still-running';

/** Pulled in the middle: the agent waits for a person's answer, and the history has no end. */
export const stillRunning: Program = {
  name: NAME,
  file: 'still-running',
  run: async (stage) => {
    const worker = await stage.startWorker();
    const { runId } = await startAgent(stage, NAME, { limits: toLimits(0) });
    await awaitQuestion(stage, NAME);
    await worker.stop();
    return [
      {
        name: NAME,
        description: 'Copied while the agent waits for an approval: no end, a timer that runs.',
        workflowId: NAME,
        runId,
      },
    ];
  },
};
