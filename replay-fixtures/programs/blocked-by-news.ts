import type { Program } from './recording.ts';
import { awaitState, DESK, startAgent, stopAgent } from './run-agent.ts';

const NAME = 'blocked-by-news';

/** Injected news holds a restricted term: whatever the model wants, the guardrail blocks it. */
export const blockedByNews: Program = {
  name: NAME,
  file: 'blocked-by-news',
  run: async (stage) => {
    const worker = await stage.startWorker();
    const { runId } = await startAgent(stage, NAME);
    // The model sells on bad news only what it holds.
    await awaitState(stage, NAME, 'a position', ({ account }) => account.positionQty > 0);
    await stage.agents.injectNews(NAME, {
      headline: 'Regulator opens SEC probe into chip maker',
      sentiment: -0.9,
      by: DESK,
    });
    await awaitState(stage, NAME, 'a blocked tick', ({ recentIntents }) =>
      recentIntents.some(({ outcome }) => outcome === 'blocked'),
    );
    await stopAgent(stage, NAME);
    await worker.stop();
    return [
      {
        name: NAME,
        description:
          'Injected news of an SEC probe: the model wants to sell, the guardrail blocks the order.',
        workflowId: NAME,
        runId,
      },
    ];
  },
};
