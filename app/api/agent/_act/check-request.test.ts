import { expect, test } from 'vitest';
import { checkRequest } from './check-request.ts';

const post = (headers: Record<string, string>) =>
  checkRequest({ method: 'POST', headers: new Headers(headers) })?.status;

test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost'])(
  'the page itself on %s may act',
  (host) => {
    expect(
      post({ host, origin: `http://${host}`, 'content-type': 'application/json; charset=utf-8' }),
    ).toBeUndefined();
  },
);

test.each([
  ['no origin', { host: 'localhost:3000' }],
  ['an opaque origin', { host: 'localhost:3000', origin: 'null' }],
  ['another site', { host: 'localhost:3000', origin: 'https://evil.example' }],
  ['another port', { host: 'localhost:3000', origin: 'http://localhost:3001' }],
  ['another name of this machine', { host: 'localhost:3000', origin: 'http://127.0.0.1:3000' }],
  ['a rebound name', { host: 'evil.example:3000', origin: 'http://evil.example:3000' }],
  [
    'a name that only starts like ours',
    { host: 'localhost.evil.example', origin: 'http://localhost.evil.example' },
  ],
  ['no host', { origin: 'http://localhost:3000' }],
])('%s may not', (_name, headers) => {
  expect(post({ ...headers, 'content-type': 'application/json' })).toBe(403);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', ''])('a form of type %j may not', (type) => {
  expect(post({ host: 'localhost:1', origin: 'http://localhost:1', 'content-type': type })).toBe(415);
});

test('reading needs no origin, but our host', () => {
  const get = (host: string) => checkRequest({ method: 'GET', headers: new Headers({ host }) })?.status;
  expect(get('localhost:3000')).toBeUndefined();
  expect(get('evil.example')).toBe(403);
});
