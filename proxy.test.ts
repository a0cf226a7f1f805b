import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { proxy, toContentSecurityPolicy } from './proxy.ts';

test('only scripts with the nonce run; nothing is evaluated, framed or sent elsewhere', () => {
  const policy = toContentSecurityPolicy({ nonce: 'n1', mode: 'production' });
  expect(policy).toContain("script-src 'self' 'nonce-n1' 'strict-dynamic';");
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
});

test('the development server may evaluate, or React could not say what broke', () => {
  expect(toContentSecurityPolicy({ nonce: 'n1', mode: 'development' })).toContain("'unsafe-eval'");
});

const ask = (path: string, more: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers: { host: 'localhost:3000', ...more } }));

test.each([
  ['/api/audit/runs/%E0%A4%A', 'application/problem+json'],
  ['/runs/%zz', 'text/plain;charset=UTF-8'],
])('%s is no address', (path, type) => {
  const response = ask(path);
  expect([response.status, response.headers.get('content-type')]).toEqual([400, type]);
});

test.each(['/', '/api/audit/runs'])('%s is not given to a strange host name', (path) => {
  expect(ask(path, { host: 'evil.example' }).status).toBe(403);
  expect(ask(path).status).toBe(200);
});
