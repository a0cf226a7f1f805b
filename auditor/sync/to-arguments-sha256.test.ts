import { expect, test } from 'vitest';
import { toArgumentsSha256 } from './to-arguments-sha256.ts';

test('equal arguments have one digest, whatever the order of their keys; what has no canonical form has none', () => {
  const digest = toArgumentsSha256({ symbol: 'NVDA', shares: 1 });
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(toArgumentsSha256({ shares: 1, symbol: 'NVDA' })).toBe(digest);
  expect(toArgumentsSha256({ shares: 2, symbol: 'NVDA' })).not.toBe(digest);
  expect(toArgumentsSha256('\ud800')).toBeNull();
});
