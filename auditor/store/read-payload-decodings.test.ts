import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { toPayloadHash } from '../base/decodings.ts';
import { migrate } from './migrations/migrate.ts';
import { createStoredDecodings, readPayloadDecodings } from './read-payload-decodings.ts';
import { writePayloadDecodings } from './write-payload-decodings.ts';

const PAYLOAD = { metadata: { encoding: btoa('binary/encrypted') }, data: 'AAE=' };
const DECODED = {
  kind: 'decoded',
  payload: { metadata: { encoding: btoa('json/plain') }, data: 'MQ==' },
} as const;

test('what is known is found, by hash and by payload', () => {
  const db = new Database(':memory:');
  migrate(db);
  const hash = toPayloadHash(PAYLOAD);
  expect(readPayloadDecodings(db, [hash])).toEqual(new Map());
  expect(createStoredDecodings(db)(PAYLOAD)).toBeUndefined();
  writePayloadDecodings(db, new Map([[hash, DECODED]]));
  expect(readPayloadDecodings(db, [hash, 'ab'.repeat(32)])).toEqual(new Map([[hash, DECODED]]));
  expect(createStoredDecodings(db)(PAYLOAD)).toEqual(DECODED);
});
