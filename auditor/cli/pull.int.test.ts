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
