import { ACTIVITIES } from '#agent/contract/names.ts';
import type { Program } from './recording.ts';
import { awaitActivityStarted, awaitState, startAgent, stopAgent, toLimits } from './run-agent.ts';

const WORKFLOW_ID = 'killed-nvda';

/** How long the party keeps its caller waiting: longer than it takes to notice and to kill. */
const WAIT_MS = 60_000;

/** The worker is lost twice: while an order is on its way, and while the model thinks. Another one goes on each time. */
export const workerKilledMidTick: Program = {
  name: 'worker-killed-mid-tick',
  file: 'worker-killed-mid-tick',
  run: async (stage) => {
    const first = await stage.startWorker();
    await stage.setFault({ party: 'broker', kind: 'slow', delayMs: WAIT_MS, count: 1 });
    // Above all purchases of this story: nobody is there to answer.
    const { runId } = await startAgent(stage, WORKFLOW_ID, { limits: toLimits(40_000_00) });
    await awaitActivityStarted(stage, WORKFLOW_ID, ACTIVITIES.placeOrder);
    await first.kill();
    const second = await stage.startWorker();
    const { tick } = await awaitState(
      stage,
      WORKFLOW_ID,
      'the order is filled',
      ({ orderCount }) => orderCount > 0,
    );

    await stage.setFault({ party: 'model', kind: 'slow', delayMs: WAIT_MS, count: 1 });
    await awaitActivityStarted(stage, WORKFLOW_ID, 'invokeModelActivity');
    await second.kill();
    await stage.clearFaults();
    const third = await stage.startWorker();
    await awaitState(stage, WORKFLOW_ID, 'two more ticks', (state) => state.recentIntents.length >= tick + 2);
    await stopAgent(stage, WORKFLOW_ID);
    await third.stop();
    return [
      {
        name: 'worker-killed-mid-tick',
        description:
          'The worker is killed while an order is on its way and again while the model answers; each time another goes on.',
        workflowId: WORKFLOW_ID,
        runId,
      },
    ];
  },
};
