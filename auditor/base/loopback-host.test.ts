import { expect, test } from 'vitest';
import { isLoopbackHost } from './loopback-host.ts';

test.each(['localhost', 'localhost:3000', '127.0.0.1:4310', '[::1]:3000'])('%s is this machine', (host) => {
  expect(isLoopbackHost(host)).toBe(true);
});

test.each(['', 'evil.example', 'localhost.evil.example', 'localhost:3000@evil.example', '127.0.0.1.evil:80'])(
  '%j is not',
  (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  },
);
