import { expect, test } from 'vitest';
import { namesServer } from './prefer-running-host.ts';

test.each([
  ['nothing', {}, false],
  ['a namespace alone', { TEMPORAL_NAMESPACE: 'n' }, false],
  ['an address', { TEMPORAL_ADDRESS: 'h:7233' }, true],
  ['a profile that does not exist', { TEMPORAL_PROFILE: 'gone' }, true],
])('%s: names a server %#', (_case, env, expected) => {
  expect(namesServer({ NODE_ENV: 'test', TEMPORAL_CONFIG_FILE: '/nonexistent/t.toml', ...env })).toBe(
    expected,
  );
});
