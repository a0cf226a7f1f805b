import { parseDecoding } from '../base/decoding-text.ts';
import { type Decodings, toPayloadHash } from '../base/decodings.ts';
import { storeQuery } from '../store/store-query.ts';
import type { Index } from './open-index.ts';

/** What the index knows of payloads that a codec has encoded, asked payload by payload. */
export function createStoredDecodings(index: Index): Decodings {
  return (payload) => {
    const sha256 = Buffer.from(toPayloadHash(payload), 'hex');
    const query = storeQuery
      .selectFrom('payload_decoding')
      .select('payload_json')
      .where('sha256', '=', sha256);
    const row = index.first(query);
    return row === undefined ? undefined : parseDecoding(row.payload_json);
  };
}
