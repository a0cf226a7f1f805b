import type { Decodings } from '../base/decodings.ts';
import { member } from '../base/json-members.ts';
import { decodePayload, isPayload, isReadable } from '../base/payload.ts';
import type { Json } from '../model/history-event.ts';

/**
 * Text of `userMetadata.summary`, which is a payload of its own.
 *
 * Absent when: there is none, it is no text, or it is encrypted and `decodings` has it not.
 */
export function decodeSummary(userMetadata: Json | undefined, decodings?: Decodings): string | undefined {
  const summary = member(userMetadata, 'summary');
  if (!isPayload(summary)) return undefined;
  const decoding = isReadable(summary) ? undefined : decodings?.(summary);
  const content = decodePayload(decoding?.kind === 'decoded' ? decoding.payload : summary);
  return content.kind === 'value' && typeof content.value === 'string' ? content.value : undefined;
}
