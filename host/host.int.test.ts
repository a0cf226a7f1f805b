import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createControlClient } from './control-client.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WAIT = { timeout: 60_000, interval: 50 };
const TEMPORAL_CLI =
  process.env.TICKSCOPE_TEMPORAL_CLI ??
  join(process.env.XDG_CACHE_HOME || `${process.env.HOME}/.cache`, 'tickscope/temporal-cli-1.5.1/temporal');

let dataFolder: string;
let host: ChildProcess;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'tickscope-whole-host-'));
});
afterEach(async () => {
  if (host.exitCode === null && host.signalCode === null) {
    host.kill('SIGTERM');
    await once(host, 'exit');
  }
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

function spawnHost(): ChildProcess {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(TEMPORAL_|OPENAI_|TICKSCOPE_|PORT$)/.test(name),
  );
  return spawn(process.execPath, ['host/main.ts'], {
    cwd: ROOT,
    env: {
      ...Object.fromEntries(own),
      NODE_ENV: 'test',
      TICKSCOPE_DATA: dataFolder,
      TICKSCOPE_TEMPORAL_CLI: TEMPORAL_CLI,
      TICKSCOPE_DEMO: '0',
      // Whoever runs the tests may have a profile of their own.
      TEMPORAL_CONFIG_FILE: '/nonexistent/temporal.toml',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

/** The first notice of the host: ready, or why not. */
async function firstNotice(process: ChildProcess): Promise<unknown> {
  const [notice] = await once(process, 'message');
  return notice;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Pids of all processes, the dev server's own included. */
async function listPids(): Promise<readonly number[]> {
  const { processes } = await createControlClient(dataFolder).status();
  const server = Number(await readFile(join(dataFolder, 'temporal.pid'), 'utf8'));
  return [...processes.flatMap(({ pid }) => (pid === undefined ? [] : [pid])), server];
}

test('all comes up, a killed worker comes back, a second host is refused, and Ctrl-C leaves nothing', async () => {
  host = spawnHost();
  expect(await firstNotice(host)).toEqual({ type: 'host-ready' });
  const control = createControlClient(dataFolder);
  const before = await control.status();
  expect(before.processes.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'temporal ready',
    'mockoon ready',
    'worker ready',
    'follower ready',
  ]);

  await control.killWorker();
  await vi.waitFor(async () => {
    const { processes } = await control.status();
    expect(processes[2]).toMatchObject({ state: 'ready', restartCount: 1, lastEnd: 'ended by SIGKILL' });
  }, WAIT);

  const second = spawnHost();
  expect(await firstNotice(second)).toMatchObject({ message: expect.stringContaining('runs already') });
  expect(await createControlClient(dataFolder).status()).toMatchObject({ pid: host.pid });

  const pids = await listPids();
  expect(pids).toHaveLength(5);
  host.kill('SIGINT');
  expect(await once(host, 'exit')).toEqual([0, null]);
  expect(pids.filter(isAlive)).toEqual([]);
  expect(existsSync(join(dataFolder, 'host.json'))).toBe(false);
});

test('a killed host takes everything along, and its host.json is no obstacle for the next one', async () => {
  host = spawnHost();
  await firstNotice(host);
  const pids = await listPids();
  host.kill('SIGKILL');
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), WAIT);
  expect(existsSync(join(dataFolder, 'host.json'))).toBe(true);
  host = spawnHost();
  expect(await firstNotice(host)).toEqual({ type: 'host-ready' });
});
