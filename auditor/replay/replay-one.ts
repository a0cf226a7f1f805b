/** Entry of the child process: replays one history at a time and answers over the IPC channel. It may hang: its parent has the limit. */
import { Runtime, Worker } from '@temporalio/worker';
import { dieWithParent } from './die-with-parent.ts';
import { decodeEvents } from './history-events.ts';
import type { ReplayReply, ReplayRequest } from './replay-message.ts';

const silent = () => {};

async function replayOne({ bundlePath, workflowId, history }: ReplayRequest): Promise<ReplayReply> {
  try {
    // The bundle's sinks are not registered: in a replay they are not called anyway, the SDK only logs that they are missing.
    await Worker.runReplayHistory(
      { workflowBundle: { codePath: bundlePath } },
      { events: [...decodeEvents(history)] },
      workflowId,
    );
    return { kind: 'match' };
  } catch (error) {
    return error instanceof Error
      ? { kind: 'failed', errorName: error.name, message: error.message }
      : { kind: 'failed', errorName: 'unknown', message: String(error) };
  }
}

Runtime.install({
  logger: { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent },
  telemetryOptions: { logging: { forward: {}, filter: 'OFF' } },
});
dieWithParent();
process.on('message', (request: ReplayRequest) => {
  void replayOne(request).then((reply) => process.send?.(reply));
});
