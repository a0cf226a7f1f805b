import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWorkflowBundle } from './build-workflow-bundle.ts';

let dataFolder: string;
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'tickscope-bundle-'));
});
afterAll(() => rm(dataFolder, { recursive: true }));

it('builds once, names the file after its content, and builds again when the file is gone', async () => {
  const first = await buildWorkflowBundle(dataFolder);
  const content = await readFile(first.path);
  expect(first.path).toBe(join(dataFolder, 'bundles', `${first.digest}.js`));
  expect(createHash('sha256').update(content).digest('hex')).toBe(first.digest);
  const { mtimeMs } = await stat(first.path);
  expect(await buildWorkflowBundle(dataFolder)).toEqual(first);
  expect((await stat(first.path)).mtimeMs).toBe(mtimeMs);
  await rm(first.path);
  expect(await buildWorkflowBundle(dataFolder)).toEqual(first);
  const names = await readdir(join(dataFolder, 'bundles'));
  expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
});
