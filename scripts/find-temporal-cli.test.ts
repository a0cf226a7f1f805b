import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toDownloadUrl } from './download-temporal-cli.ts';
import { findTemporalCli, toCachePath } from './find-temporal-cli.ts';
import { readGoMinor } from './go-install-temporal-cli.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickscope-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function writeTool(path: string, exitCode = 0): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\nexit ${exitCode}\n`);
  await chmod(path, 0o755);
  return path;
}

const refuse = (why: string) => async (): Promise<string> => {
  throw new Error(why);
};
const noSources = { download: refuse('no network'), goInstall: refuse('no Go'), note: () => {} };
const env = (more: Record<string, string> = {}) => ({
  XDG_CACHE_HOME: join(folder, 'cache'),
  PATH: '',
  ...more,
});

test('a given server needs no executable', async () => {
  expect(await findTemporalCli(env({ TEMPORAL_ADDRESS: 'h:7233' }), noSources)).toEqual({
    kind: 'not-needed',
    address: 'h:7233',
  });
});

test('the named executable goes before the PATH, the PATH before the cache', async () => {
  const named = await writeTool(join(folder, 'named'));
  const onPath = await writeTool(join(folder, 'bin', 'temporal'));
  const cached = await writeTool(toCachePath(env()));
  const find = async (more: Record<string, string>) => {
    const found = await findTemporalCli(env(more), noSources);
    return found.kind === 'found' ? found.path : undefined;
  };
  expect(await find({ TICKSCOPE_TEMPORAL_CLI: named, PATH: dirname(onPath) })).toBe(named);
  expect(await find({ PATH: dirname(onPath) })).toBe(onPath);
  expect(await find({})).toBe(cached);
});

test('a named executable that does not run is said, not passed over', async () => {
  const broken = await writeTool(join(folder, 'broken'), 1);
  await expect(findTemporalCli(env({ TICKSCOPE_TEMPORAL_CLI: broken }), noSources)).rejects.toThrow(
    'does not run',
  );
});

test('a broken executable in the cache is replaced', async () => {
  await writeTool(toCachePath(env()), 1);
  const download = (where: string) => writeTool(join(where, 'temporal'));
  expect(await findTemporalCli(env(), { ...noSources, download })).toMatchObject({
    path: toCachePath(env()),
  });
});

test('a download that does not run here leads to Go', async () => {
  const goInstall = vi.fn((where: string) => writeTool(join(where, 'temporal')));
  const download = (where: string) => writeTool(join(where, 'temporal'), 1);
  await findTemporalCli(env(), { ...noSources, download, goInstall });
  expect(goInstall).toHaveBeenCalledOnce();
});

test('when nothing works the message has every reason and the three ways out', async () => {
  const message = await findTemporalCli(env(), noSources).catch((error: Error) => error.message);
  expect(message).toContain('no network');
  expect(message).toContain('no Go');
  expect(message).toMatch(/1\. .*2\. .*3\. /s);
});

test('the download address is that of the SDK', () => {
  expect(toDownloadUrl('1.5.1', 'linux', 'x64')).toBe(
    'https://temporal.download/cli/v1.5.1?arch=amd64&platform=linux',
  );
  expect(() => toDownloadUrl('1.5.1', 'aix', 'ppc64')).toThrow('aix ppc64');
});

test('the Go version is read from what go prints', () => {
  expect(readGoMinor('go version go1.25.3 linux/amd64')).toBe(25);
  expect(readGoMinor('command not found')).toBeUndefined();
});
