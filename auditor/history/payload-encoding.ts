import { isUtf8 } from 'node:buffer';
import type { Json } from '../model/history-event.ts';
import { isBase64 } from './canonical-scalar.ts';

/** Encodings whose data is JSON text, which is never empty. */
const NEEDS_DATA: ReadonlySet<string> = new Set(['json/plain', 'json/protobuf'].map((name) => btoa(name)));

const KNOWN: ReadonlySet<string> = new Set([
  ...NEEDS_DATA,
  ...['binary/null', 'binary/plain', 'binary/protobuf', 'binary/encrypted'].map((name) => btoa(name)),
]);

/**
 * Whether a payload's encoding stands there in clear, as in the Web UI's readable download: then its data is no base64 either, also
 * where it looks like it.
 */
export function isReadablePayload(encoding: string, data: Json | undefined): boolean {
  if (KNOWN.has(encoding) || encoding === '') return false;
  // As base64 these would be bytes that are no text: a name in clear.
  if (/^(?:json|binary)\//.test(encoding) || !isBase64(encoding)) return true;
  const bytes = Buffer.from(encoding, 'base64');
  // Text edited by hand may end in a line break.
  if (isUtf8(bytes) && !/[^\P{Cc}\t\n\r]/u.test(bytes.toString())) return false;
  // A short name in clear that happens to be base64, or bytes of someone's own: the data decides.
  return !(data === undefined || data === null || (typeof data === 'string' && isBase64(data)));
}

/** Whether a payload of that encoding (in base64) cannot be without data. */
export function needsData(encoding: string): boolean {
  return NEEDS_DATA.has(encoding);
}
