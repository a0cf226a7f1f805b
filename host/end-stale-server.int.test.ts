import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endStaleServer, readCommandLine } from './end-stale-server.ts';

let folder: string;
let pidFile: string;
let child: ChildProcess;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickscope-stale-'));
  pidFile = join(folder, 'temporal.pid');
});
afterEach(async () => {
  child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

/** A process with the command line of a dev server, which ignores SIGTERM when told to. */
async function startLookalike(args: readonly string[], onTerm = ''): Promise<number> {
  child = spawn(process.execPath, [
    '-e',
    `${onTerm}; console.log('up'); setInterval(() => {}, 1000)`,
    '--',
    ...args,
  ]);
  if (child.stdout) await once(child.stdout, 'data');
  await writeFile(pidFile, String(child.pid));
  return child.pid ?? 0;
}

test('a dev server of this database is ended, even one that ignores SIGTERM', async () => {
  const database = join(folder, 'temporal.db');
  const pid = await startLookalike(['start-dev', database], "process.on('SIGTERM', () => {})");
  expect(await endStaleServer(pidFile, database)).toBe(pid);
  expect(await readCommandLine(pid)).toBeFalsy();
});

test('a process of another database, or of another program, is left alone', async () => {
  const pid = await startLookalike(['start-dev', '/somewhere/else.db']);
  expect(await endStaleServer(pidFile, join(folder, 'temporal.db'))).toBeUndefined();
  expect(await readCommandLine(pid)).toContain('else.db');
});

test.each(['', 'not a pid', '0', '-1', '999999999'])('a pid file with %j is no obstacle', async (content) => {
  await startLookalike([]);
  await writeFile(pidFile, content);
  expect(await endStaleServer(pidFile, join(folder, 'temporal.db'))).toBeUndefined();
});
