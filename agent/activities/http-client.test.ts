import { createServer, type RequestListener, type Server } from 'node:http';
import { ApplicationFailure } from '@temporalio/common';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createHttpClient, FAILURE_TYPES, type JsonRequest } from './http-client.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

const http = createHttpClient({ timeoutMs: 300, maxBytes: 1000 });
const schema = z.object({ value: z.int() });

async function requestFrom(base: string, more: Partial<JsonRequest<unknown>> = {}) {
  return http.requestJson({ party: 'market', url: new URL('/quotes/X', base), schema, ...more });
}

async function failureOf(base: string): Promise<ApplicationFailure> {
  const error = await requestFrom(base).catch((thrown: unknown) => thrown);
  if (error instanceof ApplicationFailure) return error;
  throw new Error(`no ApplicationFailure: ${error}`);
}

it('sends what it is given and returns what the schema knows', async () => {
  let seen = '';
  const base = await serve((request, response) => {
    seen = `${request.method} ${request.url} ${request.headers['idempotency-key']} `;
    request.on('data', (chunk) => {
      seen += chunk;
    });
    request.on('end', () => response.end('{"value": 7, "more": "ignored"}'));
  });
  const headers = { 'idempotency-key': 'k' };
  expect(await requestFrom(base, { method: 'POST', headers, body: { a: 1 } })).toEqual({ value: 7 });
  expect(seen).toBe('POST /quotes/X k {"a":1}');
});

it.each([
  [400, FAILURE_TYPES.refused, true],
  [404, FAILURE_TYPES.notFound, true],
  [409, FAILURE_TYPES.refused, true],
  [422, FAILURE_TYPES.refused, true],
  [408, FAILURE_TYPES.unavailable, false],
  [429, FAILURE_TYPES.unavailable, false],
  [500, FAILURE_TYPES.unavailable, false],
  [503, FAILURE_TYPES.unavailable, false],
])('HTTP %i is %s, final: %s', async (status, type, nonRetryable) => {
  const base = await serve((_, response) => response.writeHead(status).end('no'));
  const failure = await failureOf(base);
  expect(failure).toMatchObject({ type, nonRetryable, message: `market GET /quotes/X: HTTP ${status} no` });
});

it('waits as long as the party asks, but never more than half a minute', async () => {
  const base = await serve((_, response) => response.writeHead(429, { 'retry-after': '2' }).end());
  expect((await failureOf(base)).nextRetryDelay).toBe(2000);
  server?.close();
  const greedy = await serve((_, response) => response.writeHead(503, { 'retry-after': '86400' }).end());
  expect((await failureOf(greedy)).nextRetryDelay).toBe(30_000);
});

it.each(['<html>', '{"value": "7"}', 'null', ''])(
  'takes the body %j for malformed, to be tried again',
  async (body) => {
    const base = await serve((_, response) => response.end(body));
    expect(await failureOf(base)).toMatchObject({ type: FAILURE_TYPES.malformed, nonRetryable: false });
  },
);

it.each<[string, RequestListener]>([
  ['a cut connection', (request) => request.socket.destroy()],
  ['silence', () => undefined],
  ['a body without end', (_, response) => response.write('x'.repeat(2000))],
  ['a redirect', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
])('takes %s for an outage', async (_name, listener) => {
  const failure = await failureOf(await serve(listener));
  expect(failure).toMatchObject({ type: FAILURE_TYPES.unavailable, nonRetryable: false });
});
