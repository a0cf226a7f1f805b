import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 100;

/** A connection to a server that is coming up. */
interface ServerProbe {
  /** Throws: the server does not know the namespace yet. */
  readonly describe: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

async function isServing(open: () => Promise<ServerProbe>): Promise<boolean> {
  try {
    const probe = await open();
    try {
      await probe.describe();
      return true;
    } finally {
      await probe.close();
    }
  } catch {
    return false;
  }
}

/** Waits until the server knows its namespace: its port opens before that. */
export async function waitUntilServing(open: () => Promise<ServerProbe>): Promise<void> {
  while (!(await isServing(open))) await delay(POLL_MS);
}
