import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readHostFile } from './control-client.ts';
import type { HostFile } from './control-messages.ts';
import { startControlServer } from './control-server.ts';
import { claimDataFolder } from './host-file.ts';

const HOSTS = 3;

let dataFolder: string;
const servers: Server[] = [];

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'tickscope-claim-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  await rm(dataFolder, { recursive: true });
});

const place = { pid: process.pid, temporalAddress: '127.0.0.1:7233', namespace: 'default' };

/** A host that answers already, as one does before it claims. */
async function createClaimant(controlToken: string): Promise<HostFile> {
  const { server, url } = await startControlServer({
    token: controlToken,
    controlled: {
      status: () => ({ ...place, state: 'ready', model: 'stand-in', processes: [] }),
      kill: () => {},
      restart: async () => {},
      setFault: async () => {},
    },
  });
  servers.push(server);
  return { ...place, controlUrl: url, controlToken };
}

/** The port of a dead host, another program's by now: it denies the first who asks at once, all others when `host.json` has changed. */
async function listenForDeadHost(): Promise<string> {
  let askedCount = 0;
  const server = createServer(async (_request, response) => {
    askedCount += 1;
    if (askedCount > 1)
      await vi.waitFor(async () =>
        expect([undefined, 'dead']).not.toContain((await readHostFile(dataFolder))?.controlToken),
      );
    response.writeHead(401).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

test('of hosts that start at the same moment over a stale host.json exactly one has the folder', async () => {
  const claimants = await Promise.all(Array.from({ length: HOSTS }, (_, n) => createClaimant(`token ${n}`)));
  const stale = { ...place, controlUrl: await listenForDeadHost(), controlToken: 'dead' };
  await writeFile(join(dataFolder, 'host.json'), JSON.stringify(stale));
  const claims = await Promise.allSettled(claimants.map((file) => claimDataFolder(dataFolder, file)));
  const winners = claimants.filter((_, n) => claims[n]?.status === 'fulfilled');
  expect(winners).toHaveLength(1);
  expect(await readHostFile(dataFolder)).toEqual(winners[0]);
  for (const claim of claims)
    if (claim.status === 'rejected') expect(String(claim.reason)).toContain('runs already');
});

test('what a host that was killed while it claimed has left behind is no obstacle', async () => {
  const lock = join(dataFolder, 'host.lock');
  await mkdir(lock);
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(lock, longAgo, longAgo);
  const claimant = await createClaimant('token');
  await claimDataFolder(dataFolder, claimant);
  expect(await readHostFile(dataFolder)).toEqual(claimant);
  expect(await readdir(dataFolder)).toEqual(['host.json']);
});
