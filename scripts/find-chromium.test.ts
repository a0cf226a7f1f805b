import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findChromium } from './find-chromium.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickscope-chromium-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function writeBrowser(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, '');
  await chmod(path, 0o755);
  return path;
}

const names = ['chromium', 'google-chrome'];

test('the first name on the PATH is taken', async () => {
  await writeBrowser('google-chrome');
  const chromium = await writeBrowser('chromium');
  expect(await findChromium({ PATH: folder }, { names })).toBe(chromium);
});

test('a named browser that is missing is an error even when another is installed', async () => {
  await writeBrowser('chromium');
  const env = { PATH: folder, TICKSCOPE_CHROMIUM: join(folder, 'gone') };
  await expect(findChromium(env, { names })).rejects.toThrow('TICKSCOPE_CHROMIUM');
});

test('where it may be installed it is', async () => {
  const install = async () => {
    await writeBrowser('chromium');
  };
  expect(await findChromium({ PATH: folder }, { names, install })).toBe(join(folder, 'chromium'));
});

test('no browser is a failure, also after an installation that brought none', async () => {
  await expect(findChromium({ PATH: folder }, { names })).rejects.toThrow('No Chromium');
  await expect(findChromium({ PATH: folder }, { names, install: async () => {} })).rejects.toThrow(
    'No Chromium',
  );
});
