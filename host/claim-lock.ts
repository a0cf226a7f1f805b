import { mkdir, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 20;
/** Longer than a claim can take: the one slow step is a question to a host that hangs, given up after 10 s. */
const LEFT_BEHIND_MS = 20_000;

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** `absent` is said for a file that is not there; anything else is thrown. */
async function unlessAbsent<T>(work: Promise<T>, absent: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return absent;
    throw error;
  }
}

async function tryTake(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function removeLeftBehind(lock: string): Promise<void> {
  const takenAtMs = await unlessAbsent(
    stat(lock).then(({ mtimeMs }) => mtimeMs),
    Number.POSITIVE_INFINITY,
  );
  if (Date.now() - takenAtMs > LEFT_BEHIND_MS) await unlessAbsent(rmdir(lock), undefined);
}

/**
 * Runs one piece of work at a time per data folder, across processes: a folder can be made by one only.
 *
 * A lock whose owner was killed is removed after 20 s.
 */
export async function withClaimLock<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dataFolder, 'host.lock');
  while (!(await tryTake(lock))) {
    await removeLeftBehind(lock);
    await delay(POLL_MS);
  }
  try {
    return await work();
  } finally {
    await unlessAbsent(rmdir(lock), undefined);
  }
}
