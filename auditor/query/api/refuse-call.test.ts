import { expect, test } from 'vitest';
import { refuseEncoding, refuseHost, refuseMethod } from './refuse-call.ts';

test('only this machine’s own names are answered', () => {
  expect(refuseHost('localhost:3000')).toBeUndefined();
  for (const host of ['evil.example', '', null, undefined]) expect(refuseHost(host)?.status).toBe(403);
});

test('only what asks is answered', () => {
  for (const method of ['GET', 'HEAD']) expect(refuseMethod(method)).toBeUndefined();
  for (const method of ['POST', 'OPTIONS', 'get', undefined]) expect(refuseMethod(method)?.status).toBe(405);
});

test('only percent signs that encode UTF-8 are decoded', () => {
  expect(refuseEncoding('/api/audit/runs/a%2Fb')).toBeUndefined();
  for (const path of ['/%', '/runs/%zz', '/a/%E0%A4%A/b']) expect(refuseEncoding(path)?.status).toBe(400);
});
