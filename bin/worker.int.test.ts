import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../auditor/sync/_scripted/open-stage.ts';
import { ROOT } from './root-folder.ts';

let stage: Stage;
let dataFolder = '';
beforeAll(async () => {
  stage = await openStage();
  dataFolder = await mkdtemp(join(tmpdir(), 'tickscope-bin-worker-'));
});
afterAll(async () => {
  await stage.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const NOWHERE = 'http://127.0.0.1:9';

function start(env: Record<string, string>, data = dataFolder) {
  return spawn(process.execPath, [join(ROOT, 'bin/main.ts'), 'worker', '--json', '--data', data], {
    env: {
      ...process.env,
      ...{ TICKSCOPE_MARKET_URL: NOWHERE, TICKSCOPE_NEWS_URL: NOWHERE, TICKSCOPE_BROKER_URL: NOWHERE },
      ...{ OPENAI_BASE_URL: `${NOWHERE}/v1`, OPENAI_API_KEY: '', ...env },
    },
  });
}

test('worker --json says in a line who takes work, and where', { timeout: 60_000 }, async () => {
  const child = start({ TEMPORAL_ADDRESS: stage.temporal.address, TICKSCOPE_WORKER_NAME: 'blue' });
  const gone = once(child, 'exit');
  const [line] = await once(child.stdout, 'data');
  expect(JSON.parse(String(line))).toEqual({
    identity: `blue:worker:${child.pid}`,
    address: stage.temporal.address,
    namespace: 'default',
    bundleDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  child.kill('SIGTERM');
  expect((await gone)[0]).toBe(0);
});

test('and as JSON that no server answers', { timeout: 60_000 }, async () => {
  const child = start({ TEMPORAL_ADDRESS: '127.0.0.1:9' });
  const gone = once(child, 'exit');
  const [line] = await once(child.stderr, 'data');
  expect(JSON.parse(String(line))).toEqual({
    error: {
      code: 'server-unreachable',
      message: expect.stringContaining('No Temporal server answers at 127.0.0.1:9'),
    },
  });
  expect((await gone)[0]).toBe(1);
});

test('settings that are wrong are wrong usage', { timeout: 60_000 }, async () => {
  const child = start({ TICKSCOPE_MARKET_URL: 'nowhere' });
  const gone = once(child, 'exit');
  const [line] = await once(child.stderr, 'data');
  expect(JSON.parse(String(line))).toEqual({
    error: { code: 'wrong-usage', message: 'TICKSCOPE_MARKET_URL is not a URL.' },
  });
  expect((await gone)[0]).toBe(2);
});

test('what nobody foresaw is not called a refusal', { timeout: 60_000 }, async () => {
  // A file where the folder of bundles belongs.
  await writeFile(join(dataFolder, 'no-folder'), '');
  const child = start({}, join(dataFolder, 'no-folder'));
  const gone = once(child, 'exit');
  const [line] = await once(child.stderr, 'data');
  expect(JSON.parse(String(line))).toMatchObject({ error: { code: 'unexpected' } });
  expect((await gone)[0]).toBe(1);
});
