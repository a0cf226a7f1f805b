import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { toRunJson } from '../sync/_scripted/event-json.ts';

// A test here starts the command line up to fifteen times, a second each where the machine is busy with others.
vi.setConfig({ testTimeout: 90_000 });

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

function run(...argv: string[]): Promise<Ended> {
  const env = { ...process.env, TICKSCOPE_DATA: join(folder, 'data'), TEMPORAL_ADDRESS: '127.0.0.1:9' };
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...argv], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

test('import, reindex, export: what comes out is what went in', async () => {
  const file = join(folder, 'run.json');
  const events = toRunJson({ runId: 'run-1', tasks: 2, closedBy: 'WORKFLOW_EXECUTION_COMPLETED' });
  writeFileSync(file, JSON.stringify({ events }));
  const imported = await run('import', file);
  expect(imported).toMatchObject({ code: 0, stdout: '' });
  expect(imported.stderr).toContain('sample run run-1, 10 events, 10 new');
  const reindexed = await run('reindex', '--json');
  expect(JSON.parse(reindexed.stdout)).toMatchObject({ runCount: 1, failureCount: 0 });
  const exported = await run('export', 'sample');
  expect(JSON.parse(exported.stdout)).toEqual({ events });
  const out = join(folder, 'out.json');
  expect(await run('export', 'sample', '--run-id', 'run-1', '-o', out)).toMatchObject({
    code: 0,
    stdout: '',
  });
  expect(readFileSync(out, 'utf8')).toBe(exported.stdout);
  const nowhere = await run('export', 'sample', '-o', join(folder, 'no-folder', 'out.json'));
  expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be written') });
});

test('bad news is exit code 1, and JSON stays alone on stdout', async () => {
  const file = join(folder, 'orders.json');
  writeFileSync(file, '{"orders":[]}');
  const rejected = await run('import', file, '--json');
  expect(rejected.code).toBe(1);
  expect(JSON.parse(rejected.stdout)).toMatchObject([
    { kind: 'rejected', error: expect.stringContaining('orders.json') },
  ]);
  expect(rejected.stderr).toContain('1 of 1 file was not imported.');
  expect(await run('export', 'nobody')).toMatchObject({ code: 1, stderr: expect.stringContaining('nobody') });
});

test('wrong usage is exit code 2, help is 0', async () => {
  expect(await run('import')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('missing required argument'),
  });
  expect(await run('dance')).toMatchObject({ code: 2 });
  expect(await run('pull', '--colour', 'red', 'x')).toMatchObject({ code: 2 });
  expect(await run('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('follow') });
});

test('a message without a stack, a stack with --debug', async () => {
  const store = openStore(join(folder, 'future'));
  store.db.pragma('user_version = 99');
  store.close();
  const future = ['--data', join(folder, 'future')];
  const plain = await run('reindex', ...future);
  expect(plain).toMatchObject({ code: 1 });
  expect(plain.stderr).toMatch(
    /^This index has schema 99; this version reads up to \d+\. Update tickscope\.\n$/,
  );
  expect((await run('reindex', '--debug', ...future)).stderr).toMatch(/TickscopeError: .*\n {4}at /);
});

test('a server that is not there is named', async () => {
  expect(await run('pull', 'trader-1', '--address', 'localhost:notaport')).toMatchObject({
    ...{ code: 2, stderr: expect.stringContaining('"localhost:notaport" is no address') },
  });
  const pulled = await run('pull', 'trader-1');
  expect(pulled).toMatchObject({ code: 1, stdout: '' });
  expect(pulled.stderr).toMatch(
    /^Temporal at 127\.0\.0\.1:9 cannot be reached: .*by --address, TEMPORAL_ADDRESS or --profile\.\n$/,
  );
});
