import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withClaimLock } from './claim-lock.ts';
import { createControlClient, HostError, readHostFile } from './control-client.ts';
import type { HostFile } from './control-messages.ts';

const toPath = (dataFolder: string): string => join(dataFolder, 'host.json');

const OWNER_ONLY = 0o600;

/** True when the host that `host.json` names is alive: it answers to the token written there. A pid alone may belong to anybody by now. */
async function isHostAlive(dataFolder: string): Promise<boolean> {
  if ((await readHostFile(dataFolder)) === undefined) return false;
  try {
    await createControlClient(dataFolder).status();
    return true;
  } catch (error) {
    if (error instanceof HostError) return false;
    throw error;
  }
}

async function toAlreadyRuns(dataFolder: string): Promise<HostError> {
  const file = await readHostFile(dataFolder);
  const where = file?.port === undefined ? '' : ` (http://localhost:${file.port})`;
  return new HostError(
    'action-refused',
    `Tickscope runs already in the data folder ${dataFolder}${where}, as process ${file?.pid ?? '?'}. ` +
      'End it, or start with another folder: TICKSCOPE_DATA=/some/folder PORT=3001 npm start',
  );
}

/** Throws: HostError when a live host has this data folder. A file left by a dead one is no obstacle. */
export async function refuseSecondHost(dataFolder: string): Promise<void> {
  if (await isHostAlive(dataFolder)) throw await toAlreadyRuns(dataFolder);
}

/**
 * Writes `host.json` as the one host of this data folder. The control server must answer before: that is how others tell alive from dead.
 *
 * Throws: HostError when a live host has it.
 */
export async function claimDataFolder(dataFolder: string, file: HostFile): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  // Looking, removing a stale file and writing ours are one step: in between, another host's fresh file could be taken for the stale one.
  await withClaimLock(dataFolder, async () => {
    await refuseSecondHost(dataFolder);
    await rm(toPath(dataFolder), { force: true });
    await writeFile(toPath(dataFolder), JSON.stringify(file, null, 2), { flag: 'wx', mode: OWNER_ONLY });
  });
}

/** Removes `host.json` if it is ours. */
export async function releaseDataFolder(dataFolder: string, controlToken: string): Promise<void> {
  const file = await readHostFile(dataFolder);
  if (file?.controlToken === controlToken) await rm(toPath(dataFolder), { force: true });
}
