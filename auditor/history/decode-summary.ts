import { member } from '../base/json-members.ts';
import { decodePayload, isPayload } from '../base/payload.ts';
import type { Json } from '../model/history-event.ts';

/**
 * Text of `userMetadata.summary`, which is a payload of its own.
 *
 * Absent when: there is none, or it is encrypted or no text.
 */
export function decodeSummary(userMetadata: Json | undefined): string | undefined {
  const summary = member(userMetadata, 'summary');
  if (!isPayload(summary)) return undefined;
  const content = decodePayload(summary);
  return content.kind === 'value' && typeof content.value === 'string' ? content.value : undefined;
}
