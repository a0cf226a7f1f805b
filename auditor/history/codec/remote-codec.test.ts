import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createRemoteCodec, type RemoteCodecOptions } from './remote-codec.ts';

type Reply = { readonly status?: number; readonly body: string };
type Request = { readonly url: string; readonly headers: IncomingMessage['headers']; readonly body: string };

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Answers by the script; `silent` never does. */
async function serve(script: (request: Request, count: number) => Reply | 'silent') {
  const seen: Request[] = [];
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const asked = { url: request.url ?? '', headers: request.headers, body };
    seen.push(asked);
    const reply = script(asked, seen.length);
    if (reply !== 'silent') response.writeHead(reply.status ?? 200).end(reply.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('a TCP server without a port');
  return { seen, endpoint: `http://127.0.0.1:${at.port}` };
}

const options = (endpoint: string, more: Partial<RemoteCodecOptions> = {}): RemoteCodecOptions => ({
  endpoint,
  headers: new Map(),
  timeoutMs: 5_000,
  retryAfterMs: [1, 1],
  ...more,
});
const PAYLOADS = ['a', 'b'].map((data) => ({ metadata: { encoding: btoa('binary/encrypted') }, data }));
const PLAIN = PAYLOADS.map(({ data }) => ({ metadata: { encoding: btoa('json/plain') }, data }));

test('speaks as the UI and the CLI do', async () => {
  const { seen, endpoint } = await serve(() => ({ body: JSON.stringify({ payloads: PLAIN }) }));
  const headers = new Map([['authorization', 'Bearer x']]);
  const codec = createRemoteCodec(options(`${endpoint}/{namespace}/codec/`, { headers }));
  expect(await codec.decode(PAYLOADS, 'desk/1')).toEqual(PLAIN);
  expect(seen).toMatchObject([
    {
      url: '/desk%2F1/codec/decode',
      headers: { 'x-namespace': 'desk/1', 'content-type': 'application/json', authorization: 'Bearer x' },
      body: JSON.stringify({ payloads: PAYLOADS }),
    },
  ]);
});

test.each([429, 500, 503])('%d is tried again, twice', async (status) => {
  const { seen, endpoint } = await serve((_request, count) =>
    count < 3 ? { status, body: '' } : { body: JSON.stringify({ payloads: PLAIN }) },
  );
  expect(await createRemoteCodec(options(endpoint)).decode(PAYLOADS, 'default')).toEqual(PLAIN);
  expect(seen.length).toBe(3);
});

test('what fails for good says why, and never what was sent', async () => {
  const { seen, endpoint } = await serve(({ url }) =>
    url.startsWith('/busy') ? { status: 503, body: 'secret' } : { status: 400, body: 'secret' },
  );
  const busy = createRemoteCodec(options(`${endpoint}/busy`)).decode(PAYLOADS, 'default');
  await expect(busy).rejects.toMatchObject({
    kind: 'down',
    message: `the codec server at ${endpoint} answered 503`,
  });
  expect(seen.length).toBe(3);
  const bad = createRemoteCodec(options(endpoint)).decode(PAYLOADS, 'default');
  await expect(bad).rejects.toMatchObject({
    kind: 'refused',
    message: expect.not.stringContaining('secret'),
  });
  expect(seen.length).toBe(4);
});

test.each([
  ['fewer payloads', JSON.stringify({ payloads: PLAIN.slice(1) })],
  ['no payloads', '{"payloads":[1,2]}'],
  ['another shape', '[]'],
  ['no JSON', '<html>'],
])('%s are no answer', async (_name, body) => {
  const { endpoint } = await serve(() => ({ body }));
  await expect(createRemoteCodec(options(endpoint)).decode(PAYLOADS, 'default')).rejects.toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('something else than 2 payloads'),
  });
});

test('a server that is silent, or that is not there, is down', async () => {
  const { endpoint } = await serve(() => 'silent');
  const silent = createRemoteCodec(options(endpoint, { timeoutMs: 50, retryAfterMs: [] }));
  await expect(silent.decode(PAYLOADS, 'default')).rejects.toMatchObject({
    kind: 'down',
    message: expect.stringContaining('did not answer in time'),
  });
  const absent = createRemoteCodec(options('http://127.0.0.1:9', { retryAfterMs: [] }));
  await expect(absent.decode(PAYLOADS, 'default')).rejects.toMatchObject({ kind: 'down' });
});

test('a redirect is not followed', async () => {
  const { seen, endpoint } = await serve(() => ({ status: 307, body: '' }));
  await expect(createRemoteCodec(options(endpoint)).decode(PAYLOADS, 'default')).rejects.toThrow();
  expect(seen.every(({ url }) => url === '/decode')).toBe(true);
});

test('secrets go nowhere in clear', () => {
  const headers = new Map([['authorization', 'Bearer x']]);
  expect(() => createRemoteCodec(options('http://codec.example', { headers }))).toThrow(/over https only/);
  expect(() => createRemoteCodec(options('http://127.0.0.1.example', { headers }))).toThrow(/https only/);
  expect(() => createRemoteCodec(options('https://codec.example', { headers }))).not.toThrow();
  expect(() => createRemoteCodec(options('http://localhost:8081', { headers }))).not.toThrow();
  expect(() => createRemoteCodec(options('https://me:pw@codec.example'))).toThrow(/^(?!.*pw)/);
  expect(() => createRemoteCodec(options('file:///etc/passwd'))).toThrow(/no http or https URL/);
});
