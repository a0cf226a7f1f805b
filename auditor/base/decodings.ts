import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../model/history-event.ts';
import { toCanonicalJson } from './canonical-json.ts';
import { isPayload, isReadable, type TemporalPayload } from './payload.ts';

/** What a codec made of a payload. */
export type Decoding =
  | { readonly kind: 'decoded'; readonly payload: TemporalPayload }
  | { readonly kind: 'failed'; readonly reason: string };

/** What is known of a payload that a codec has encoded. Absent when: no codec was asked. */
export type Decodings = (payload: TemporalPayload) => Decoding | undefined;

/** A payload that is read only with a codec. `hash`: hex SHA-256 of its RFC 8785 text, under which its decoding is kept. */
export type EncodedPayload = { readonly hash: string; readonly payload: TemporalPayload };

/** Throws: TickscopeError `history-invalid` for text that has no canonical form. */
export function toPayloadHash(payload: TemporalPayload): string {
  return createHash('sha256').update(toCanonicalJson(payload)).digest('hex');
}

/**
 * Every payload of an event's ProtoJSON that a codec must decode: arguments, results, headers, memos, summaries, failures. Each once.
 *
 * Throws: TickscopeError `history-invalid` for text that has no canonical form.
 */
export function listEncodedPayloads(event: JsonObject): readonly EncodedPayload[] {
  const found = new Map<string, EncodedPayload>();
  const left: Json[] = [event];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (!isPayload(value)) left.push(...Object.values(value));
    else if (!isReadable(value)) {
      const hash = toPayloadHash(value);
      found.set(hash, { hash, payload: value });
    }
  }
  return [...found.values()];
}
