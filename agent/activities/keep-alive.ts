import { heartbeat } from '@temporalio/activity';

/** A third of the heartbeat time-out that the workflow sets, so that one late beat does no harm. */
const BEAT_INTERVAL_MS = 1_000;

/** Heartbeats while the work runs, so that the server notices within seconds that this worker is gone. */
export async function keepAlive<T>(work: () => Promise<T>): Promise<T> {
  heartbeat();
  const beat = setInterval(() => heartbeat(), BEAT_INTERVAL_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
