import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startChild } from './child-process.ts';
import { openProcessLog } from './process-log.ts';
import { SupervisedProcess } from './supervised-process.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WAIT = { timeout: 30_000, interval: 20 };

let folder: string;
let supervised: SupervisedProcess | undefined;
const printed: string[] = [];

beforeEach(async () => {
  printed.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'tickscope-host-'));
});
afterEach(async () => {
  await supervised?.stop();
  supervised = undefined;
  await rm(folder, { recursive: true });
});

const READY = `process.send({type: 'ready'}); setInterval(() => {}, 1000);`;

async function supervise(script: string): Promise<SupervisedProcess> {
  const entry = join(folder, 'entry.mjs');
  await writeFile(entry, script);
  const now = (): Date => new Date();
  const log = openProcessLog({ name: 'worker', folder, print: (line) => printed.push(line), now });
  const start = () => startChild({ root: ROOT, entry, env: process.env });
  supervised = new SupervisedProcess({ name: 'worker', start, log, now });
  return supervised;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function pidOf(process: SupervisedProcess): number {
  const { pid } = process.status();
  if (pid === undefined) throw new Error('it does not run');
  return pid;
}

const readLog = () => readFile(join(folder, 'worker.log'), 'utf8');

test('its lines are kept in its log and leave the console quiet', async () => {
  const supervised = await supervise(`console.log('hello'); console.error('oh'); ${READY}`);
  supervised.start();
  await supervised.whenReady();
  await vi.waitFor(async () => expect(await readLog()).toMatch(/^\d{4}-.*Z hello$/m), WAIT);
  await vi.waitFor(async () => expect(await readLog()).toMatch(/Z oh$/m), WAIT);
  expect(printed).toEqual([]);
});

test('killed from outside it is started again as another process', async () => {
  const supervised = await supervise(READY);
  supervised.start();
  await supervised.whenReady();
  const first = pidOf(supervised);
  process.kill(first, 'SIGKILL');
  await vi.waitFor(
    () => expect(supervised.status()).toMatchObject({ state: 'ready', restartCount: 1 }),
    WAIT,
  );
  expect(pidOf(supervised)).not.toBe(first);
  expect(supervised.status().lastEnd).toBe('ended by SIGKILL');
});

test('a kill that was asked for is a real one', async () => {
  const supervised = await supervise(READY);
  supervised.start();
  await supervised.whenReady();
  const first = pidOf(supervised);
  expect(supervised.kill()).toBe(true);
  await vi.waitFor(() => expect(isAlive(first)).toBe(false), WAIT);
  await vi.waitFor(() => expect(supervised.status().state).toBe('ready'), WAIT);
});

test('what a killed process had started goes with it', async () => {
  const supervised = await supervise(
    `import { spawn } from 'node:child_process'; console.log('child ' + spawn('sleep', ['300']).pid); ${READY}`,
  );
  supervised.start();
  await supervised.whenReady();
  await vi.waitFor(async () => expect(await readLog()).toMatch(/child \d+/), WAIT);
  const grandchild = Number(/child (\d+)/.exec(await readLog())?.[1]);
  expect(isAlive(grandchild)).toBe(true);
  supervised.kill();
  await vi.waitFor(() => expect(isAlive(grandchild)).toBe(false), WAIT);
});

test('one that dies at once is given up with the way out, and can be started by hand', async () => {
  const supervised = await supervise(`console.error('the disk is full'); process.exit(3);`);
  supervised.start();
  await expect(supervised.whenReady()).rejects.toThrow('worker gave up: exit code 3');
  expect(printed).toContain('worker   |   the disk is full');
  expect(printed.at(-1)).toMatch(/died 6 times .* npx tickscope restart worker/);
  await writeFile(join(folder, 'entry.mjs'), READY);
  await supervised.restart();
  await supervised.whenReady();
});

test('stopping does not wait for one that ignores SIGTERM, and does not start it again', async () => {
  const supervised = await supervise(`process.on('SIGTERM', () => {}); ${READY}`);
  supervised.start();
  await supervised.whenReady();
  const pid = pidOf(supervised);
  await supervised.stop();
  expect(isAlive(pid)).toBe(false);
  expect(supervised.status()).toMatchObject({ state: 'stopped', restartCount: 0 });
});

test('a stop during a restart is the last word', async () => {
  const supervised = await supervise(READY);
  supervised.start();
  await supervised.whenReady();
  await Promise.all([supervised.restart(), supervised.stop()]);
  await supervised.restart();
  expect(supervised.status()).toMatchObject({ state: 'stopped', restartCount: 0 });
  expect(supervised.status().pid).toBeUndefined();
});

test('when the host is killed its children end, also one whose own ending hangs', async () => {
  const entry = join(folder, 'hanging.mjs');
  await writeFile(entry, READY);
  const parent = join(folder, 'parent.mjs');
  await writeFile(
    parent,
    `const { startChild } = await import(${JSON.stringify(join(ROOT, 'host/child-process.ts'))});
     const child = startChild({ root: ${JSON.stringify(ROOT)}, entry: ${JSON.stringify(entry)}, env: process.env });
     child.on('message', () => process.send({ type: 'ready', pid: child.pid }));`,
  );
  const host = startChild({ root: ROOT, entry: parent, env: process.env });
  const childPid = await new Promise<number>((resolve) => {
    host.once('message', (message) => {
      if (typeof message === 'object' && message !== null && 'pid' in message) resolve(Number(message.pid));
    });
  });
  expect(isAlive(childPid)).toBe(true);
  host.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(childPid)).toBe(false), WAIT);
});
