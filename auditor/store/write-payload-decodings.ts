import type { Database } from 'better-sqlite3';
import { toDecodingText } from '../base/decoding-text.ts';
import type { Decoding } from '../base/decodings.ts';
import { tellingWriteErrors } from './write-error.ts';

/**
 * Keeps what codecs made of payloads; a failure gives way to whatever comes later. One short transaction.
 *
 * Throws: TickscopeError `index-unusable` when the disk takes no more.
 */
export function writePayloadDecodings(db: Database, decodings: ReadonlyMap<string, Decoding>): void {
  const insert = db.prepare<[Buffer, string]>(
    `INSERT INTO payload_decoding (sha256, payload_json) VALUES (?, ?)
     ON CONFLICT (sha256) DO UPDATE SET payload_json = excluded.payload_json`,
  );
  const write = db.transaction(() => {
    for (const [hash, decoding] of decodings) insert.run(Buffer.from(hash, 'hex'), toDecodingText(decoding));
  });
  tellingWriteErrors(db, () => write.immediate());
}
