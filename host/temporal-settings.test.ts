import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseLayout } from './host-layout.ts';
import { readHostSettings } from './host-settings.ts';
import { readTemporalSettings } from './temporal-settings.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickscope-profile-'));
  file = join(folder, 'temporal.toml');
  await writeFile(
    file,
    `[profile.default]\naddress = "office:7233"\nnamespace = "office"\n
     [profile.cloud]\naddress = "cloud:7233"\nnamespace = "trading"\napi_key = "secret"\n
     [profile.only-namespace]\nnamespace = "mine"\n`,
  );
});
afterEach(() => rm(folder, { recursive: true }));

const read = (env: Record<string, string>) => readTemporalSettings({ NODE_ENV: 'test', ...env });

test('nothing configured names no server', () => {
  expect(read({})).toEqual({ namespace: 'default' });
  expect(read({ TEMPORAL_ADDRESS: '', TEMPORAL_NAMESPACE: '', TEMPORAL_PROFILE: '' })).toEqual(read({}));
});

test.each([
  ['the file alone', {}, { address: 'office:7233', namespace: 'office' }],
  ['a profile', { TEMPORAL_PROFILE: 'cloud' }, { address: 'cloud:7233', namespace: 'trading' }],
  [
    'an address over a profile',
    { TEMPORAL_ADDRESS: 'own:1', TEMPORAL_PROFILE: 'cloud' },
    { address: 'own:1', namespace: 'trading' },
  ],
  ['a profile without an address', { TEMPORAL_PROFILE: 'only-namespace' }, { namespace: 'mine' }],
])('%s', (_case, env, expected) => {
  expect(read({ TEMPORAL_CONFIG_FILE: file, ...env })).toEqual(expected);
});

test('a profile that the file does not have is refused by name', () => {
  expect(() => read({ TEMPORAL_CONFIG_FILE: file, TEMPORAL_PROFILE: 'gone' })).toThrow("'gone'");
});

test('a host with a profile starts no server, keeps the profile and writes down its namespace', async () => {
  const env = { NODE_ENV: 'test', TEMPORAL_CONFIG_FILE: file, TEMPORAL_PROFILE: 'cloud' } as const;
  const settings = readHostSettings(env, folder);
  expect(settings).toMatchObject({ temporalAddress: 'cloud:7233', namespace: 'trading' });
  const layout = await chooseLayout(settings, env);
  expect(layout.temporalPort).toBeUndefined();
  expect(layout.temporalVariables).toEqual({
    TEMPORAL_ADDRESS: 'cloud:7233',
    TEMPORAL_NAMESPACE: 'trading',
  });
});
