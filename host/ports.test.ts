import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { findFreePort, isPortFree } from './ports.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function occupyAPort(): Promise<number> {
  const port = await findFreePort();
  await new Promise<void>((resolve) => {
    server = createServer().listen(port, '127.0.0.1', resolve);
  });
  return port;
}

test('a port in use is seen, and free again when its server is gone', async () => {
  const port = await occupyAPort();
  expect(await isPortFree(port)).toBe(false);
  await new Promise((resolve) => server?.close(resolve));
  expect(await isPortFree(port)).toBe(true);
});

test('the wanted port is given when free, another one when not', async () => {
  const taken = await occupyAPort();
  expect(await findFreePort(taken)).not.toBe(taken);
  const free = await findFreePort();
  expect(await findFreePort(free)).toBe(free);
});
