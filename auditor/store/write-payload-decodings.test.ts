import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from './migrations/migrate.ts';
import { readPayloadDecodings } from './read-payload-decodings.ts';
import { writePayloadDecodings } from './write-payload-decodings.ts';

test('a failure gives way to what comes later', () => {
  const db = new Database(':memory:');
  migrate(db);
  const hash = 'ab'.repeat(32);
  const decoded = { kind: 'decoded', payload: { metadata: { encoding: 'eA==' } } } as const;
  writePayloadDecodings(db, new Map([[hash, { kind: 'failed', reason: 'no key' }]]));
  expect(readPayloadDecodings(db, [hash]).get(hash)).toEqual({ kind: 'failed', reason: 'no key' });
  writePayloadDecodings(db, new Map([[hash, decoded]]));
  expect(readPayloadDecodings(db, [hash]).get(hash)).toEqual(decoded);
});
