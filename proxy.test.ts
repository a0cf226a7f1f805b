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

test.each(['/', '/api/audit/runs'])('%s is not given to a strange host name', (path) => {
  const ask = (host: string) => proxy(new NextRequest(`http://localhost:3000${path}`, { headers: { host } }));
  expect(ask('evil.example').status).toBe(403);
  expect(ask('localhost:3000').status).toBe(200);
});
