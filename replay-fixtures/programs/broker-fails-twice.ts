import type { Program } from './recording.ts';
import { awaitState, startAgent, stopAgent } from './run-agent.ts';

const NAME = 'broker-fails-twice';

/** The broker refuses once, then fills the order but its answer is lost; the third attempt gets the same fill by the same key. */
export const brokerFailsTwice: Program = {
  name: NAME,
  file: 'broker-fails-twice',
  run: async (stage) => {
    const worker = await stage.startWorker();
    await stage.setFault({ party: 'broker', kind: 'status', status: 503, count: 1 });
    await stage.setFault({ party: 'broker', kind: 'drop', count: 1 });
    const { runId } = await startAgent(stage, NAME);
    await awaitState(stage, NAME, 'the order is filled', ({ orderCount }) => orderCount > 0);
    await stopAgent(stage, NAME);
    await worker.stop();
    return [
      {
        name: NAME,
        description:
          'The broker answers 503, then fills the order without an answer; the third attempt gets the same fill.',
        workflowId: NAME,
        runId,
      },
    ];
  },
};
