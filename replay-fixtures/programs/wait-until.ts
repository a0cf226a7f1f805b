import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 100;
const LIMIT_MS = 120_000;

/** Looks until there is something. Throws: Error that names what did not come within two minutes. */
export async function waitUntil<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const deadlineMs = performance.now() + LIMIT_MS;
  while (performance.now() < deadlineMs) {
    const found = await look();
    if (found !== undefined) return found;
    await delay(LOOK_EVERY_MS);
  }
  throw new Error(`${what} did not come within ${LIMIT_MS / 1000} s`);
}
