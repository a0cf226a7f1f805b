import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 150;

/**
 * Waits for a condition. What `look` throws counts as not yet.
 *
 * Throws: after `withinMs`, with what was waited for and what was seen last.
 */
export async function until<Value>(
  what: string,
  withinMs: number,
  look: () => Promise<Value | undefined | false>,
): Promise<Value> {
  const end = performance.now() + withinMs;
  let last: unknown;
  while (performance.now() < end) {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== false) return seen;
      last = seen;
    } catch (error) {
      last = error;
    }
    await delay(LOOK_EVERY_MS);
  }
  throw new Error(`Waited ${withinMs / 1000} s for ${what}; last seen: ${String(last)}`);
}
