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

test('a full disk is told', () => {
  const db = new Database(':memory:');
  migrate(db);
  db.pragma('max_page_count = 1');
  const payload = { metadata: { encoding: 'eA==' }, data: 'eA=='.repeat(10_000) };
  const decodings = new Map([['ab'.repeat(32), { kind: 'decoded', payload } as const]]);
  expect(() => writePayloadDecodings(db, decodings)).toThrow(
    expect.objectContaining({ code: 'index-unusable' }),
  );
});
