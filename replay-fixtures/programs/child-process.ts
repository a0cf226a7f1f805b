import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

/** A process of the project, up and running. */
export type RunningProcess = {
  /** SIGKILL: nothing of it gets the chance to tidy up. */
  readonly kill: () => Promise<void>;
  /** SIGTERM, as an operator would. */
  readonly stop: () => Promise<void>;
  /** What it said besides `ready`. */
  readonly ready: Readonly<Record<string, unknown>>;
};

/** Starts an entry file of the project and waits until it says that it is ready. Throws: Error when it ends before. */
export async function startProcess(entry: string, env: Record<string, string>): Promise<RunningProcess> {
  const child = fork(fileURLToPath(new URL(entry, ROOT)), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  const ready = await Promise.race([
    awaitReady(child),
    exit.then(([code, signal]) => {
      throw new Error(`${entry} ended with ${signal ?? code} before it was ready`);
    }),
  ]);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await exit;
  };
  return { ready, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

function awaitReady(child: ReturnType<typeof fork>): Promise<Readonly<Record<string, unknown>>> {
  const { promise, resolve } = Promise.withResolvers<Readonly<Record<string, unknown>>>();
  child.on('message', (message) => {
    if (typeof message === 'object' && 'type' in message && message.type === 'ready') resolve({ ...message });
  });
  return promise;
}
