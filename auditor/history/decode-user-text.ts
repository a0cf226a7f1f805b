import type { Decodings } from '../base/decodings.ts';
import { decodePayload, isPayload, isReadable } from '../base/payload.ts';
import type { Json } from '../model/history-event.ts';

/**
 * Text that a workflow's author gave to an event: the summary or the details of its `userMetadata`, each a payload of its own.
 *
 * Absent when: there is none, it is no text, or it is encrypted and `decodings` has it not.
 */
export function decodeUserText(payload: Json | undefined, decodings?: Decodings): string | undefined {
  if (!isPayload(payload)) return undefined;
  const decoding = isReadable(payload) ? undefined : decodings?.(payload);
  const content = decodePayload(decoding?.kind === 'decoded' ? decoding.payload : payload);
  return content.kind === 'value' && typeof content.value === 'string' ? content.value : undefined;
}
