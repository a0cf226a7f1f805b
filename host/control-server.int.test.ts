import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createControlClient, HostError, readHostFile } from './control-client.ts';
import type { Fault, HostStatus, ProcessName } from './control-messages.ts';
import { startControlServer } from './control-server.ts';
import { claimDataFolder, releaseDataFolder } from './host-file.ts';

const TOKEN = 'right-token';
const status: HostStatus = {
  pid: 1,
  state: 'ready',
  temporalAddress: '127.0.0.1:7233',
  namespace: 'default',
  model: 'stand-in',
  processes: [],
};

let dataFolder: string;
let server: Server;
let url: string;
const killed: ProcessName[] = [];
const faults: Fault[] = [];

beforeEach(async () => {
  killed.length = 0;
  faults.length = 0;
  dataFolder = await mkdtemp(join(tmpdir(), 'tickscope-control-'));
  ({ server, url } = await startControlServer({
    token: TOKEN,
    controlled: {
      status: () => status,
      kill: (name) => void killed.push(name),
      restart: async () => {
        throw new Error('worker is given from outside.');
      },
      setFault: async (fault) => void faults.push(fault),
    },
  }));
});
afterEach(async () => {
  server.close();
  await rm(dataFolder, { recursive: true });
});

const toFile = (controlToken = TOKEN) => ({
  pid: process.pid,
  temporalAddress: '127.0.0.1:7233',
  namespace: 'default',
  controlUrl: url,
  controlToken,
});

describe('the control server', () => {
  test.each([['Bearer wrong'], ['right-token'], ['']])(
    'refuses %j with 401 and does nothing',
    async (authorization) => {
      const answer = await fetch(`${url}/kill/worker`, { method: 'POST', headers: { authorization } });
      expect(answer.status).toBe(401);
      expect(killed).toEqual([]);
    },
  );

  test('obeys a client that read host.json', async () => {
    await claimDataFolder(dataFolder, toFile());
    const client = createControlClient(dataFolder);
    expect(await client.status()).toEqual(status);
    await client.killWorker();
    expect(killed).toEqual(['worker']);
    const fault: Fault = { party: 'broker', kind: 'drop', count: 2 };
    await client.setFault(fault);
    expect(faults).toEqual([fault]);
  });

  test('says why it refuses', async () => {
    await claimDataFolder(dataFolder, toFile());
    await expect(createControlClient(dataFolder).restart('worker')).rejects.toMatchObject({
      code: 'action-refused',
      message: 'worker is given from outside.',
    });
  });

  test.each([
    ['POST', '/kill/everything', undefined, 404],
    ['GET', '/kill/worker', undefined, 404],
    ['POST', '/faults', '{', 400],
    ['POST', '/faults', '{"party":"moon","kind":"drop","count":1}', 422],
    ['POST', '/faults', 'x'.repeat(70_000), 413],
  ])('%s %s with a bad request answers %s → %i', async (method, path, body, expected) => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const answer = await fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    expect(answer.status).toBe(expected);
    expect(killed).toEqual([]);
  });
});

describe('host.json', () => {
  test('is readable by its owner alone, and a live host keeps a second one out', async () => {
    await claimDataFolder(dataFolder, toFile());
    expect((await stat(join(dataFolder, 'host.json'))).mode & 0o777).toBe(0o600);
    await expect(claimDataFolder(dataFolder, toFile())).rejects.toThrow('runs already');
  });

  test('of a dead host is no obstacle, even when its pid is alive and its port answers', async () => {
    await claimDataFolder(dataFolder, toFile('token of the dead one'));
    await claimDataFolder(dataFolder, toFile());
    expect((await readHostFile(dataFolder))?.controlToken).toBe(TOKEN);
  });

  test('that is no JSON is no obstacle', async () => {
    await writeFile(join(dataFolder, 'host.json'), '{"pid":');
    await claimDataFolder(dataFolder, toFile());
    expect(await createControlClient(dataFolder).status()).toEqual(status);
  });

  test('is removed by its own host only', async () => {
    await claimDataFolder(dataFolder, toFile());
    await releaseDataFolder(dataFolder, 'another');
    expect(await readHostFile(dataFolder)).toBeDefined();
    await releaseDataFolder(dataFolder, TOKEN);
    expect(await readHostFile(dataFolder)).toBeUndefined();
  });

  test('missing means: nothing runs', async () => {
    const error = await createControlClient(dataFolder)
      .status()
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject({ code: 'host-not-running' });
  });
});
