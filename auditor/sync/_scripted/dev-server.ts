import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { connect, type HistoryServer } from '../../history/connect.ts';

/** A Temporal dev server of a test's own, which can be ended and started again on its database. */
export type DevServer = {
  readonly address: string;
  /** Of the HTTP API. */
  readonly httpAddress: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Throws: Error that says how to get the Temporal CLI. */
export async function createDevServer(folder: string): Promise<DevServer> {
  const executable = findTemporalCli();
  const [port, http, metrics] = [await findFreePort(), await findFreePort(), await findFreePort()];
  const address = `127.0.0.1:${port}`;
  const flags = [
    '--headless',
    '--ip',
    '127.0.0.1',
    '--log-level',
    'error',
    '--db-filename',
    join(folder, 'temporal.db'),
  ];
  const ports = ['--port', String(port), '--http-port', String(http), '--metrics-port', String(metrics)];
  let child: ChildProcess | undefined;
  return {
    address,
    httpAddress: `127.0.0.1:${http}`,
    start: async () => {
      const server = await waitFor('the dev server to answer', () => {
        // It chooses more ports by itself and ends when another program was faster: then again.
        if (child === undefined || child.exitCode !== null)
          child = spawn(executable, ['server', 'start-dev', ...flags, ...ports], { stdio: 'ignore' });
        return connectOrNot(address);
      });
      await server.close();
    },
    stop: async () => {
      if (child === undefined) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      child = undefined;
    },
  };
}

/** Asks again and again until there is an answer. Throws: Error that names what was waited for, after 50 s: a busy machine is slow. */
export async function waitFor<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + 50_000;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited 50 s for ${what}`);
}

async function connectOrNot(address: string): Promise<HistoryServer | undefined> {
  try {
    return await connect({ dataFolder: '', env: { TEMPORAL_ADDRESS: address } });
  } catch {
    return undefined;
  }
}

export function findTemporalCli(): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const path = process.env.TICKSCOPE_TEMPORAL_CLI || join(cache, 'tickscope/temporal-cli-1.5.1/temporal');
  if (existsSync(path)) return path;
  throw new Error(`No Temporal CLI at ${path}. Set TICKSCOPE_TEMPORAL_CLI.`);
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port');
  return address.port;
}
