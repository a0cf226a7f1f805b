import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type HostFile, type HostStatus, hostFileSchema, hostStatusSchema } from '#host/control-messages.ts';
import { until } from './until.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** A first start builds the pages and the workflow bundle. */
const START_LIMIT_MS = 280_000;
const STOP_LIMIT_MS = 40_000;

const healthSchema = z.object({ actor: z.string(), host: hostStatusSchema });

/** The app as a user starts it, with all of its processes. */
export type RunningApp = {
  readonly url: string;
  readonly hostFile: HostFile;
  readonly health: () => Promise<HostStatus>;
  /** Ctrl-C. Returns the exit code. */
  readonly interrupt: () => Promise<number | null>;
  /** What it printed so far. */
  readonly output: () => string;
};

/** Starts the app on a free port, in a data folder of its own, and waits until all of its processes are ready. */
export async function startApp(dataFolder: string, args: readonly string[]): Promise<RunningApp> {
  const port = await findFreePort();
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.ts'), '--port', String(port), ...args], {
    cwd: ROOT,
    env: { ...process.env, TICKSCOPE_DATA: dataFolder, TICKSCOPE_MODEL_STAND_IN: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = keepOutput(child);
  const url = `http://localhost:${port}`;
  const health = async () => healthSchema.parse(await (await fetch(`${url}/api/agent/health`)).json()).host;
  try {
    await Promise.race([
      until('the app to be ready', START_LIMIT_MS, async () => (await health()).state === 'ready'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`The app ended with ${code} before it was ready.`);
      }),
    ]);
  } catch (error) {
    child.kill('SIGINT');
    throw new Error(`${error instanceof Error ? error.message : error}\n${printed()}`);
  }
  const hostFile = hostFileSchema.parse(JSON.parse(await readFile(join(dataFolder, 'host.json'), 'utf8')));
  return { url, hostFile, health, interrupt: () => interrupt(child), output: printed };
}

function keepOutput(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: unknown) => {
    text = (text + String(chunk)).slice(-20_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
}

async function interrupt(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  child.kill('SIGINT');
  await until(
    'the app to end',
    STOP_LIMIT_MS,
    async () => child.exitCode !== null || child.signalCode !== null,
  );
  return child.exitCode;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('the system gave no port'));
      });
    });
  });
}

/** Does a process of this id exist? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
