import type { Json } from '../model/history-event.ts';
import type { Decoding } from './decodings.ts';
import { textMember } from './json-members.ts';
import { isPayload } from './payload.ts';

/** A decoding as the index keeps it: the payload's ProtoJSON, or `{"failed": reason}`. */
export function toDecodingText(decoding: Decoding): string {
  return JSON.stringify(decoding.kind === 'decoded' ? decoding.payload : { failed: decoding.reason });
}

/** Absent when: the text is no decoding. Throws: SyntaxError for what is no JSON. */
export function parseDecoding(text: string): Decoding | undefined {
  const value: Json = JSON.parse(text);
  if (isPayload(value)) return { kind: 'decoded', payload: value };
  const reason = textMember(value, 'failed');
  return reason === undefined ? undefined : { kind: 'failed', reason };
}
