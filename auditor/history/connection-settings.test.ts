import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { ConnectionFlags } from './connection-flags.ts';
import { readConnectionSettings } from './connection-settings.ts';

let folder = '';
let profiles = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-settings-'));
  profiles = join(folder, 'temporal.toml');
  writeFileSync(
    profiles,
    `[profile.default]
namespace = "from-default"
[profile.cloud]
address = "cloud.example:7233"
namespace = "from-cloud"
api_key = "cloud-key"
[profile.cloud.grpc_meta]
x-desk = "one"
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (env: Record<string, string>, flags: ConnectionFlags = {}, dataFolder = '/nowhere') =>
  readConnectionSettings({ dataFolder, env: { TEMPORAL_CONFIG_FILE: profiles, ...env }, flags });

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof TickscopeError && error.code === 'wrong-usage') return error.message;
  }
  throw new Error('expected a TickscopeError');
}

test('flag over environment over profile over default', () => {
  const cloud = { TEMPORAL_PROFILE: 'cloud' };
  const env = { ...cloud, TEMPORAL_ADDRESS: 'env:7233', TEMPORAL_NAMESPACE: 'from-env' };
  expect(read({})).toMatchObject({ address: '127.0.0.1:7233', namespaces: ['from-default'] });
  expect(read(cloud)).toMatchObject({
    address: 'cloud.example:7233',
    namespaces: ['from-cloud'],
    options: { apiKey: 'cloud-key', tls: true, metadata: { 'x-desk': 'one' } },
  });
  expect(read(env)).toMatchObject({ address: 'env:7233', namespaces: ['from-env'] });
  const flags = { address: 'flag:7233', namespaces: ['a', 'b', 'a'], apiKey: 'flag-key' };
  expect(read(env, flags)).toMatchObject({
    address: 'flag:7233',
    namespaces: ['a', 'b'],
    options: { apiKey: 'flag-key' },
  });
  expect(read({}, { profile: 'cloud' }).address).toBe('cloud.example:7233');
  expect(read({ TEMPORAL_ADDRESS: '' }, {}).address).toBe('127.0.0.1:7233');
});

test("the host's own server is asked without the user's key", () => {
  writeFileSync(join(folder, 'host.json'), JSON.stringify({ temporalAddress: '127.0.0.1:4000' }));
  expect(read({ TEMPORAL_API_KEY: 'open-sesame' }, {}, folder)).toMatchObject({
    address: '127.0.0.1:4000',
    options: {},
  });
  expect(read({ TEMPORAL_API_KEY: 'open-sesame' }, {}, folder).options).toEqual({});
});

test('what does not go together is refused', () => {
  expect(messageOf(() => read({}, { tlsCertPath: 'c.pem' }))).toMatch(/belong together/);
  expect(messageOf(() => read({}, { profile: 'absent' }))).toMatch(/'absent' not found/);
  expect(messageOf(() => read({}, { tlsCaPath: '/nowhere/ca.pem' }))).toMatch(/ca\.pem/);
});

test('no message repeats a secret', () => {
  const broken = join(folder, 'broken.toml');
  writeFileSync(broken, '[profile.default]\napi_key = "open-sesame" oops\n');
  expect(messageOf(() => read({ TEMPORAL_CONFIG_FILE: broken }))).not.toContain('sesame');
  expect(messageOf(() => read({}, { apiKey: 'open-sesame\n' }))).not.toContain('sesame');
  const meta = new Map([['x-key', 'sésame-ouvre']]);
  expect(messageOf(() => read({}, { grpcMeta: meta }))).not.toContain('ouvre');
  expect(read({}, { apiKey: 'open-sesame' }).hideSecrets('open-sesame?')).toBe('[redacted]?');
});
