import { expect, test } from 'vitest';
import { toContentSecurityPolicy } from './proxy.ts';

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
