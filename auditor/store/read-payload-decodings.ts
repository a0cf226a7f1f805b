import type { Database } from 'better-sqlite3';
import { parseDecoding } from '../base/decoding-text.ts';
import { type Decoding, type Decodings, toPayloadHash } from '../base/decodings.ts';

/** What codecs made of payloads, by the payloads' hashes. Hashes of which nothing is known are left out. */
export function readPayloadDecodings(db: Database, hashes: readonly string[]): ReadonlyMap<string, Decoding> {
  const find = createFinder(db);
  const found = new Map<string, Decoding>();
  for (const hash of hashes) {
    const decoding = find(hash);
    if (decoding !== undefined) found.set(hash, decoding);
  }
  return found;
}

/** The same, asked payload by payload. */
export function createStoredDecodings(db: Database): Decodings {
  const find = createFinder(db);
  return (payload) => find(toPayloadHash(payload));
}

function createFinder(db: Database): (hash: string) => Decoding | undefined {
  const select = db
    .prepare<[Buffer], string>('SELECT payload_json FROM payload_decoding WHERE sha256 = ?')
    .pluck();
  return (hash) => {
    const text = select.get(Buffer.from(hash, 'hex'));
    return text === undefined ? undefined : parseDecoding(text);
  };
}
