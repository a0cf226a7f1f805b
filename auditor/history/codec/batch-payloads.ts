import type { EncodedPayload } from '../../base/decodings.ts';

/** Most payloads of one call, and most characters of their data: a proxy's usual limit is 1 MB. */
const MOST_PAYLOADS = 100;
const MOST_CHARACTERS = 1_000_000;

/** Cuts payloads into calls. Order: kept. A payload larger than the limit is a call of its own. */
export function batchPayloads(payloads: readonly EncodedPayload[]): readonly (readonly EncodedPayload[])[] {
  const batches: EncodedPayload[][] = [];
  let room = 0;
  for (const encoded of payloads) {
    const size = encoded.payload.data?.length ?? 0;
    const open = batches.at(-1);
    if (open === undefined || open.length === MOST_PAYLOADS || size > room) {
      batches.push([encoded]);
      room = MOST_CHARACTERS - size;
    } else {
      open.push(encoded);
      room -= size;
    }
  }
  return batches;
}
