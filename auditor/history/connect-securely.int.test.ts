import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createDevServer, type DevServer } from '../sync/_scripted/dev-server.ts';
import { type CertificateFiles, makeCertificate } from './_scripted/certificates.ts';
import { type Guard, type GuardedServer, openGuardedServer } from './_scripted/guarded-server.ts';
import { connect, connectAll } from './connect.ts';
import type { ConnectionFlags } from './connection-flags.ts';

let folder = '';
let temporal: DevServer;
let ca: CertificateFiles;
let certificate: CertificateFiles;
let client: CertificateFiles;
let guarded: GuardedServer | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-tls-'));
  ca = makeCertificate(folder, 'ca');
  certificate = makeCertificate(folder, 'server', ca);
  client = makeCertificate(folder, 'client', ca);
  temporal = await createDevServer(folder);
  await temporal.start();
});
afterEach(() => guarded?.close());
afterAll(async () => {
  await temporal.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(guard: Omit<Guard, 'behind' | 'certificate'>): Promise<GuardedServer> {
  guarded = await openGuardedServer({ behind: temporal.address, certificate, ...guard });
  return guarded;
}

const NO_PROFILE = { TEMPORAL_CONFIG_FILE: '/nowhere/temporal.toml' };
const connectWith = (flags: ConnectionFlags, env: Record<string, string> = NO_PROFILE) =>
  connect({ dataFolder: folder, env, flags: { tlsServerName: 'temporal.example', ...flags } });

test('mTLS: the client shows its certificate, by path or as data', async () => {
  const { address } = await open({ clientCa: ca.cert });
  const byPath = { address, tlsCaPath: ca.cert, tlsCertPath: client.cert, tlsKeyPath: client.key };
  await (await connectWith(byPath)).close();
  const env = {
    ...NO_PROFILE,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_TLS_SERVER_CA_CERT_DATA: readFileSync(ca.cert, 'utf8'),
    TEMPORAL_TLS_CLIENT_CERT_DATA: readFileSync(client.cert, 'utf8'),
    TEMPORAL_TLS_CLIENT_KEY_DATA: readFileSync(client.key, 'utf8'),
  };
  await (await connectWith({}, env)).close();
  await expect(connectWith({ address, tlsCaPath: ca.cert })).rejects.toMatchObject({
    code: 'server-unreachable',
  });
});

test('a server whose certificate another authority has signed is named as such', async () => {
  const { address } = await open({});
  const other = makeCertificate(folder, 'other');
  await expect(connectWith({ address, tlsCaPath: other.cert })).rejects.toMatchObject({
    code: 'server-unreachable',
    message: expect.stringMatching(/certificate.*tls-ca-path/s),
  });
  const wrongName = { address, tlsCaPath: ca.cert, tlsServerName: 'elsewhere.example' };
  await expect(connectWith(wrongName)).rejects.toMatchObject({
    message: expect.stringMatching(/certificate.*elsewhere\.example/s),
  });
});

test('verification can be turned off, with a key and headers', async () => {
  const { address, seen } = await open({ apiKey: 'open-sesame' });
  const flags = { address, apiKey: 'open-sesame', tlsDisableHostVerification: true };
  const server = await connectWith({ ...flags, grpcMeta: new Map([['x-desk', 'one']]) });
  await server.close();
  expect(seen.at(-1)).toMatchObject({ 'x-desk': 'one', authorization: 'Bearer open-sesame' });
});

test('an API key opens, a wrong one is not repeated', async () => {
  const { address, seen } = await open({ apiKey: 'open-sesame' });
  const right = { address, apiKey: 'open-sesame', tlsCaPath: ca.cert };
  const [server] = await connectAll({
    dataFolder: folder,
    env: NO_PROFILE,
    flags: { ...right, tlsServerName: 'temporal.example', namespaces: ['default', 'temporal-system'] },
  });
  expect(server).toMatchObject({ namespace: 'default' });
  await server?.close();
  const names = seen.map((headers) => headers['temporal-namespace']);
  expect(names).toEqual(expect.arrayContaining(['default', 'temporal-system']));
  const refusal = await connectWith({ ...right, apiKey: 'guessed-key' }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: 'wrong-usage',
    message: expect.stringContaining('no such key: Bearer [redacted]'),
  });
  expect(String(refusal)).not.toContain('guessed-key');
});

test('a profile says all of it', async () => {
  const { address } = await open({ apiKey: 'open-sesame', clientCa: ca.cert });
  const file = join(folder, 'temporal.toml');
  writeFileSync(
    file,
    `[profile.desk]
address = "${address}"
api_key = "open-sesame"
[profile.desk.tls]
server_name = "temporal.example"
server_ca_cert_path = "${ca.cert}"
client_cert_path = "${client.cert}"
client_key_path = "${client.key}"
`,
  );
  const server = await connect({
    dataFolder: folder,
    env: { TEMPORAL_CONFIG_FILE: file },
    flags: { profile: 'desk' },
  });
  expect(server.address).toBe(address);
  await server.close();
});
