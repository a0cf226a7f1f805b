import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildWorkflowBundle } from '#agent/worker/build-workflow-bundle.ts';
import { toBundleOptions } from '#agent/worker/bundle-options.ts';
import { toDecodedEvent } from '#auditor/base/decode-event.ts';
import { readHistoryFile } from '#auditor/history/read-history-file.ts';
import { HISTORIES, listRecordings } from './list-recordings.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Where `npm test` builds the bundle before the tests. */
const BUNDLES = join(ROOT, 'data');

const reportSchema = z.object({
  results: z.array(
    z.looseObject({
      name: z.string(),
      verdict: z.string(),
      reason: z.string().optional(),
      divergence: z.looseObject({ tick: z.int().optional(), eventId: z.int().optional() }).optional(),
    }),
  ),
});

/** The command as a release owner runs it. */
function replay(paths: readonly string[], bundlePath: string) {
  const { promise, resolve } = Promise.withResolvers<{
    exitCode: number | null;
    stdout: string;
    stderr: string;
  }>();
  const args = ['auditor/cli/main.ts', 'replay', ...paths, '--bundle', bundlePath, '--json'];
  const child = execFile(
    process.execPath,
    args,
    { cwd: ROOT, maxBuffer: 2 ** 26 },
    (_error, stdout, stderr) => resolve({ exitCode: child.exitCode, stdout, stderr }),
  );
  return promise;
}

const toResults = (stdout: string) => reportSchema.parse(JSON.parse(stdout)).results;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickscope-replay-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the agent as it is', () => {
  test('every recording has the verdict of its description', async () => {
    const { path } = await buildWorkflowBundle(BUNDLES);
    const { exitCode, stdout } = await replay([HISTORIES], path);
    const expected = listRecordings().map(({ file, verdict }) => [file, verdict]);
    const found = toResults(stdout).map(({ name, verdict, reason }) => [
      name,
      verdict,
      ...(reason ? [reason] : []),
    ]);
    expect(found).toEqual(expected);
    expect(exitCode).toBe(0);
  });
});

describe('an agent that was changed', () => {
  /** A bundle of a copy of the agent in which one file reads otherwise. */
  async function bundleChanged(
    name: string,
    file: string,
    change: (code: string) => string,
  ): Promise<string> {
    const copy = join(folder, name);
    await cp(join(ROOT, 'agent'), join(copy, 'agent'), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const path = join(copy, 'agent/workflows', file);
    const code = await readFile(path, 'utf8');
    const changed = change(code);
    expect(changed).not.toBe(code);
    await writeFile(path, changed);
    const workflowsPath = join(copy, 'agent/workflows/registered-workflows.ts');
    const bundle = await bundleWorkflowCode({ ...toBundleOptions(), workflowsPath });
    await writeFile(join(copy, 'bundle.js'), bundle.code);
    return join(copy, 'bundle.js');
  }

  /** The first event that schedules the activity, and the tick of the market data before it: read without any adapter. */
  function findFirst(file: string, activityType: string): { eventId: number; tick: number } {
    let tick = 0;
    for (const { event } of readHistoryFile(file).events) {
      if (event.eventType !== 'ACTIVITY_TASK_SCHEDULED') continue;
      const decoded = JSON.stringify(toDecodedEvent(event));
      tick = Number(/"getMarketSnapshot".*?"tick":(\d+)/.exec(decoded)?.[1] ?? tick);
      if (decoded.includes(`"${activityType}"`)) return { eventId: event.eventId, tick };
    }
    throw new Error(`${file} has no ${activityType}`);
  }

  const file = join(HISTORIES, 'normal-20-ticks.history.json');

  test('a renamed activity diverges at the first tick that calls it', async () => {
    const bundlePath = await bundleChanged('renamed', 'activity-proxies.ts', (code) =>
      code.replace('const { checkTradeIntent }', 'const { reviewTradeIntent: checkTradeIntent }'),
    );
    const { exitCode, stdout } = await replay([file], bundlePath);
    expect(toResults(stdout)).toMatchObject([
      {
        verdict: 'diverged',
        reason:
          'the history schedules activity checkTradeIntent, the code schedules activity reviewTradeIntent',
        divergence: findFirst(file, 'checkTradeIntent'),
      },
    ]);
    expect(exitCode).toBe(1);
  });

  test('two calls in the other order diverge at the first tick that makes them', async () => {
    const bundlePath = await bundleChanged('swapped', 'observe.ts', (code) =>
      code.replace(/(\n.*getMarketSnapshot\(.*)(\n.*getNewsSnapshot\(.*)/, '$2$1'),
    );
    const { stdout } = await replay([file], bundlePath);
    expect(toResults(stdout)).toMatchObject([
      {
        verdict: 'diverged',
        reason:
          'the history schedules activity getMarketSnapshot, the code schedules activity getNewsSnapshot',
        divergence: findFirst(file, 'getMarketSnapshot'),
      },
    ]);
  });
});

describe('a corpus that proves nothing', () => {
  test('an empty folder is an error', async () => {
    const { path } = await buildWorkflowBundle(BUNDLES);
    const { exitCode, stdout, stderr } = await replay([await mkdtemp(join(folder, 'empty-'))], path);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Nothing to replay');
  });

  test('a file that is no history fails the check', async () => {
    const { path } = await buildWorkflowBundle(BUNDLES);
    const { exitCode, stdout } = await replay([join(ROOT, 'package.json')], path);
    expect(toResults(stdout)).toMatchObject([{ verdict: 'not-replayable', reason: expect.any(String) }]);
    expect(exitCode).toBe(1);
  });
});
