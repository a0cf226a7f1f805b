import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const noticeSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('host-ready') }),
  z.looseObject({ type: z.literal('host-failed'), message: z.string() }),
]);

/** A host of its own: Temporal, stand-ins, worker and follower, apart from any other on this machine. */
interface SpawnedHost {
  readonly stop: () => Promise<void>;
}

/** Every party is a stand-in and Temporal an embedded one, whatever the environment names. */
function toEnvironment(dataFolder: string): NodeJS.ProcessEnv {
  const foreign = /^(TEMPORAL_|OPENAI_|TICKSCOPE_(?!TEMPORAL_CLI$)|PORT$)/;
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  return {
    ...own,
    NODE_ENV: 'production',
    TICKSCOPE_DATA: dataFolder,
    TICKSCOPE_DEMO: '0',
    // No such file: a profile of this user would point the host at a server of theirs.
    TEMPORAL_CONFIG_FILE: join(dataFolder, 'no-temporal-profiles.toml'),
  };
}

function waitUntilUp(host: ChildProcess, logPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    host.on('message', (message) => {
      const notice = noticeSchema.safeParse(message);
      if (!notice.success) return;
      if (notice.data.type === 'host-ready') resolve();
      else reject(new Error(`${notice.data.message} (see ${logPath})`));
    });
    host.once('exit', (code) => reject(new Error(`the host ended with exit code ${code} (see ${logPath})`)));
  });
}

/** Starts a host in a data folder of its own and waits until all of it is up. It ends when this process does. */
export async function spawnHost(root: string, dataFolder: string): Promise<SpawnedHost> {
  const logPath = join(dataFolder, 'host.log');
  const log = openSync(logPath, 'a');
  const host = spawn(process.execPath, ['host/main.ts'], {
    cwd: root,
    env: toEnvironment(dataFolder),
    // Ctrl-C in the terminal reaches this process alone, which then ends the host.
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  const exited = new Promise<void>((resolve) => host.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    host.kill('SIGTERM');
    await exited;
  };
  try {
    await waitUntilUp(host, logPath);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
