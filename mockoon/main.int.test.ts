import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { toOrderExample } from './broker/order-example.ts';
import { toClient } from './running-stand-ins.ts';

const readySchema = z.strictObject({ type: z.literal('ready'), url: z.url() });
const MAIN = join(import.meta.dirname, 'main.ts');

let dataFolder = '';
let children: ChildProcess[] = [];
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'stand-ins-'));
  children = [];
});
afterEach(async () => {
  for (const child of children.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }
  rmSync(dataFolder, { recursive: true });
});

function start(port = '0'): ChildProcess {
  const env = { ...process.env, TICKSCOPE_DATA: dataFolder, TICKSCOPE_MOCK_PORT: port };
  const child = fork(MAIN, { env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  children.push(child);
  return child;
}

async function startAndConnect() {
  const child = start();
  const output = {
    stdout: text(child.stdout ?? Readable.from([])),
    stderr: text(child.stderr ?? Readable.from([])),
  };
  const [message] = await once(child, 'message');
  return { child, output, ...toClient(readySchema.parse(message).url) };
}

const KEY = { 'idempotency-key': toOrderExample().clOrdId };

test('A fill that was answered survives SIGKILL and a torn line, and its key never fills again', async () => {
  const before = await startAndConnect();
  const placed = await before.send('POST', 'broker/orders', toOrderExample(), KEY);
  const killed = once(before.child, 'exit');
  before.child.kill('SIGKILL');
  await killed;
  const path = join(dataFolder, 'mockoon', 'broker.jsonl');
  appendFileSync(path, readFileSync(path, 'utf8').slice(0, 25));
  const after = await startAndConnect();
  const again = await after.send('POST', 'broker/orders', toOrderExample(), KEY);
  expect([placed.status, again.status, again.text]).toEqual([201, 200, placed.text]);
  after.child.kill('SIGTERM');
  expect(await after.output.stderr).toContain('25 bytes were dropped');
});

test('It says one line and ends in good order when the channel closes, even with a client connected', async () => {
  const { child, output, get, url } = await startAndConnect();
  await get('market/quotes/NVDA?tick=1');
  const exited = once(child, 'exit');
  child.disconnect();
  expect(await exited).toEqual([0, null]);
  expect(await output.stdout).toBe(`Stand-ins for market, news, broker and model: ${url}\n`);
  expect(await output.stderr).toBe('');
});

test('SIGTERM ends it in good order', async () => {
  const { child } = await startAndConnect();
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
});

test('A taken port is named, with what to do', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = String(address !== null && typeof address === 'object' ? address.port : 0);
  const child = start(port);
  const stderr = text(child.stderr ?? Readable.from([]));
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(await stderr).toBe(
    `Port ${port} is taken. Set TICKSCOPE_MOCK_PORT to another port, or to 0 for a free one.\n`,
  );
  taken.close();
});

test('A port that is none is refused', async () => {
  const child = start('http');
  const stderr = text(child.stderr ?? Readable.from([]));
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(await stderr).toBe('TICKSCOPE_MOCK_PORT must be a port from 0 to 65535.\n');
});
