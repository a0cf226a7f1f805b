import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findRun } from '../history/find-run.ts';
import { waitFor } from '../sync/_scripted/dev-server.ts';
import { openStage, type Stage } from '../sync/_scripted/open-stage.ts';
import { readRows } from '../sync/_scripted/read-rows.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

let stage: Stage;
let env = process.env;

beforeAll(async () => {
  stage = await openStage();
  env = { ...process.env, TEMPORAL_ADDRESS: stage.temporal.address };
});
afterAll(() => stage.close());

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

function run(...argv: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...argv], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

const statusesIn = (data: string, workflowId: string) =>
  readRows(data, workflowId).runs.map((row) => row.status);

test('pull copies a chain, with children when asked; one run when told', async () => {
  const firstRunId = await stage.workflows.start('family');
  await stage.workflows.signal('family', 'child:heir');
  await waitFor('the child to start', async () => {
    const { stdout } = await run(
      'pull',
      'family',
      '--children',
      '--json',
      '--data',
      join(stage.folder, 'early'),
    );
    return JSON.parse(stdout).length === 2 || undefined;
  });
  await stage.workflows.signal('family', 'next');
  await waitFor(
    'the second run',
    async () => (await findRun(stage.server, 'family')).runId !== firstRunId || undefined,
  );
  await stage.workflows.signal('family', 'end');
  const data = join(stage.folder, 'family');
  await waitFor('the chain to end', async () => {
    const { stdout } = await run('pull', 'family', '--children', '--json', '--data', data);
    const runs: readonly { status: string }[] = JSON.parse(stdout);
    return runs.some(({ status }) => status === 'completed') || undefined;
  });
  expect(statusesIn(data, 'family').sort()).toEqual(['completed', 'continued-as-new']);
  expect(statusesIn(data, 'heir')).toHaveLength(1);
  const alone = join(stage.folder, 'alone');
  const pulled = await run('pull', 'family', '--no-chain', '--data', alone);
  expect(pulled).toMatchObject({ code: 0, stdout: '' });
  expect(pulled.stderr).toMatch(/^family run \S+: completed, \d+ events, \d+ new\n$/);
  expect(statusesIn(alone, 'family')).toEqual(['completed']);
  expect(await run('pull', 'nobody', '--data', alone)).toMatchObject({ code: 1, stdout: '' });
});

test('pull --query copies what a query selects; what is stored to its end is not read again', async () => {
  const data = join(stage.folder, 'queried');
  await stage.workflows.start('selected-1');
  await stage.workflows.start('selected-2');
  await stage.workflows.signal('selected-1', 'end');
  const query = 'WorkflowId STARTS_WITH "selected-"';
  await waitFor('both to be listed, one to be over', async () => {
    await run('pull', '--query', query, '--data', data);
    const done = statusesIn(data, 'selected-1').concat(statusesIn(data, 'selected-2'));
    return done.join() === 'completed,running' || undefined;
  });
  const again = await run('pull', '--query', query, '--data', data, '--json');
  expect(again.code).toBe(0);
  expect(JSON.parse(again.stdout)).toMatchObject([{ workflowId: 'selected-2', addedCount: 0 }]);
  expect(again.stderr).toContain('default: 1 runs pulled, 1 known to their end, 0 failed');
  const none = await run('pull', '--query', 'WorkflowId = "nobody"', '--data', data, '--json');
  expect(JSON.parse(none.stdout)).toEqual([]);
});

test.each([
  ['nothing named', ['pull']],
  ['both named', ['pull', 'family', '--query', 'WorkflowId = "family"']],
  ['an option that is for one workflow', ['pull', '--query', 'WorkflowId = "family"', '--children']],
  ['a query that the server does not understand', ['pull', '--query', 'no query']],
  ['the same to be followed', ['follow', '--query', 'no query']],
])('pull refuses %s', async (_, argv) => {
  const refused = await run(...argv, '--data', join(stage.folder, 'refused'));
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toMatch(/query/);
});

test('follow runs until it is stopped', async () => {
  const data = join(stage.folder, 'followed');
  const child = spawn(process.execPath, [MAIN, 'follow', '--data', data], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (text) => {
    said += String(text);
  });
  await waitFor(
    'the follower to be up',
    () => said.includes(`Following namespace default at ${stage.temporal.address}.`) || undefined,
  );
  await stage.workflows.start('followed');
  await stage.workflows.signal('followed', 'end');
  await waitFor(
    'the end to be indexed',
    () => statusesIn(data, 'followed').includes('completed') || undefined,
  );
  child.kill('SIGINT');
  expect((await gone)[0]).toBe(0);
});

test('follow --json prints a line of JSON for each thing it has to say', async () => {
  const argv = [MAIN, 'follow', '--json', '--data', join(stage.folder, 'as-json')];
  const child = spawn(process.execPath, argv, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = once(child, 'exit');
  const [first] = await once(child.stdout, 'data');
  expect(JSON.parse(String(first))).toEqual({
    ...{ kind: 'following', address: stage.temporal.address, namespaces: ['default'] },
  });
  child.kill('SIGINT');
  expect((await gone)[0]).toBe(0);
});

test('follow --json says as JSON that no server answers, and goes on trying', async () => {
  const argv = [MAIN, 'follow', '--json', '--address', '127.0.0.1:9', '--data', join(stage.folder, 'none')];
  const child = spawn(process.execPath, argv, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = once(child, 'exit');
  const [first] = await once(child.stdout, 'data');
  expect(JSON.parse(String(first))).toEqual({
    ...{ kind: 'message', text: expect.stringContaining('127.0.0.1:9 cannot be reached') },
  });
  child.kill('SIGINT');
  expect((await gone)[0]).toBe(0);
});
