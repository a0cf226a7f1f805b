import { setTimeout as sleep } from 'node:timers/promises';

/** Waits, no longer than until the signal is aborted. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    // A signal of its own: a long-lived one would collect the listeners of all pauses.
    await sleep(ms, undefined, { signal: AbortSignal.any([signal]) });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
