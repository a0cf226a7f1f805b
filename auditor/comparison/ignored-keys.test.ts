import { expect, test } from 'vitest';
import { isIgnoredKey } from './ignored-keys.ts';

test('ids, times and digests in any spelling are left out, content is not', () => {
  expect(['callId', 'call_id', 'tool_use_id', 'transactTime', 'provider-data'].every(isIgnoredKey)).toBe(
    true,
  );
  expect(['priceCents', 'arguments', 'idea', 'sentiment', '__proto__'].some(isIgnoredKey)).toBe(false);
});
