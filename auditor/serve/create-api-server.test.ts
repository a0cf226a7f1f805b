import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IndexBuilder } from '../query/_index/index-builder.ts';
import { createApiServer } from './create-api-server.ts';
import { close, listen } from './listen.ts';

const builder = new IndexBuilder();
const runPk = builder.run({ workflowId: 'a/b', runId: 'r' });
builder.event(runPk, 1);
const index = builder.open();
const unexpected: unknown[] = [];
const server = createApiServer({ openIndex: () => index, onUnexpected: (error) => unexpected.push(error) });
let url = '';
beforeAll(async () => {
  url = await listen(server, 0);
});
afterAll(async () => {
  await close(server);
  builder.close();
});

type Sent = { readonly path: string; readonly method?: string; readonly host?: string };

/** `fetch` would not send a foreign Host header. */
function send({ path, method = 'GET', host }: Sent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    request(`${url}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('it listens on this machine’s own address alone', () => {
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('the same answers as the handlers, with headers that let nobody keep or embed them', async () => {
  const response = await fetch(`${url}/api/audit/runs/a%2Fb/r`);
  expect(await response.json()).toMatchObject({ workflowId: 'a/b' });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-type': 'application/json',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
});

test('a history is a file', async () => {
  const response = await fetch(`${url}/api/audit/runs/a%2Fb/r/history`);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="a_b.r.history.json"');
  expect(await response.json()).toMatchObject({ events: [{ eventId: '1' }] });
});

test('the front page says what there is', async () => {
  const text = await (await fetch(url)).text();
  expect(text).toContain('GET /api/audit/runs/{workflowId}/{runId}/ticks/{tick}/answer');
  expect(text).toContain('openapi.json');
});

test('HEAD is GET without its body, a stream of changes included', async () => {
  for (const path of ['/api/audit/runs/a%2Fb/r/history', '/api/audit/changes', '/api/audit/nothing']) {
    const [get, head] = [await fetch(`${url}${path}`), await fetch(`${url}${path}`, { method: 'HEAD' })];
    expect([head.status, head.headers.get('content-type')]).toEqual([
      get.status,
      get.headers.get('content-type'),
    ]);
    expect(await head.text()).toBe('');
    await get.body?.cancel();
  }
});

test('a strange host name, another method, another address and a broken one are refused', async () => {
  expect(await send({ path: '/api/audit/status', host: 'evil.example' })).toBe(403);
  expect(await send({ path: '/', host: 'evil.example:80' })).toBe(403);
  for (const method of ['POST', 'DELETE', 'OPTIONS'])
    expect(await send({ path: '/api/audit/status', method })).toBe(405);
  expect(await send({ path: '/etc/passwd' })).toBe(404);
  expect(await send({ path: '//evil.example/api/audit/status' })).toBe(404);
  expect(await send({ path: `/api/audit/runs?text=${'x'.repeat(20_000)}` })).toBe(431);
  expect(unexpected).toEqual([]);
});

test('bytes that are no request end the connection, not the server', async () => {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  const ended = new Promise((resolve) => socket.once('close', resolve));
  socket.resume();
  socket.end('\u0000\u0001nonsense\r\n\r\n');
  await ended;
  expect((await fetch(`${url}/api/audit/status`)).status).toBe(200);
});

test('a change is told to whoever listens', async () => {
  const reader = (await fetch(`${url}/api/audit/changes`)).body?.getReader();
  const decoder = new TextDecoder();
  const read = async () => decoder.decode((await reader?.read())?.value);
  expect(await read()).toBe('retry: 2000\n\n');
  builder.event(runPk, 2);
  expect(await read()).toBe('event: change\ndata: {}\n\n');
  await reader?.cancel();
});

test('a port that is taken is named', async () => {
  const other = createApiServer({ openIndex: () => index, onUnexpected: () => {} });
  const port = Number(new URL(url).port);
  await expect(listen(other, port)).rejects.toThrow(`Port ${port} is taken. Choose another, or --port 0`);
});
