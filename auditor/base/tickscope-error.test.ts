import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERROR_CODES, TickscopeError } from './tickscope-error.ts';

test('docs/errors.md lists exactly the codes that exist', () => {
  const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  const documented = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]);
  expect(documented.toSorted()).toEqual([...ERROR_CODES].toSorted());
});

test('an error keeps its code and its cause', () => {
  const cause = new Error('ECONNREFUSED');
  const error = new TickscopeError('server-unreachable', 'No Temporal server at 127.0.0.1:1.', { cause });
  expect(error).toMatchObject({ code: 'server-unreachable', name: 'TickscopeError', cause });
});
