import type { Json, JsonObject } from '../model/history-event.ts';
import { DEEPEST_VALUE, isNestedDeeper } from './nesting.ts';

/**
 * What a payload holds.
 *
 * Absent when: `note`, the bytes are simply of an encoding that is not read here (encrypted, compressed, binary).
 */
export type PayloadContent =
  | { readonly kind: 'value'; readonly value: Json }
  | {
      readonly kind: 'opaque';
      readonly encoding: string;
      readonly bytes: Uint8Array;
      readonly note?: string;
    };

/** A payload as ProtoJSON: both metadata values and data are base64. */
export type TemporalPayload = {
  readonly metadata: { readonly encoding: string };
  readonly data?: string;
};

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const JSON_ENCODINGS: ReadonlySet<string> = new Set(['json/plain', 'json/protobuf']);

/** Tells a payload by its shape: user data is inside `data`, so nothing a user wrote can look like one. */
export function isPayload(value: Json | undefined): value is JsonObject & TemporalPayload {
  if (!isJsonObject(value)) return false;
  const { metadata, data } = value;
  return (
    isJsonObject(metadata) &&
    typeof ownValue(metadata, 'encoding') === 'string' &&
    (data === undefined || typeof data === 'string')
  );
}

/**
 * Decodes one payload.
 *
 * Throws: never; what cannot be read stays opaque, with a note that says why.
 */
export function decodePayload(payload: TemporalPayload): PayloadContent {
  const encoding = toEncodingName(payload.metadata.encoding);
  if (encoding === 'binary/null') return { kind: 'value', value: null };
  const text = payload.data ?? '';
  if (!BASE64.test(text)) {
    return { kind: 'opaque', encoding, bytes: toUtf8(text), note: 'the data is not base64' };
  }
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return JSON_ENCODINGS.has(encoding) ? parseJson(encoding, bytes) : { kind: 'opaque', encoding, bytes };
}

/** True for an object that is neither null nor an array. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownValue(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function toEncodingName(base64: string): string {
  return BASE64.test(base64) ? Buffer.from(base64, 'base64').toString('utf8') : base64;
}

function toUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function parseJson(encoding: string, bytes: Uint8Array): PayloadContent {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: Json = JSON.parse(text);
    if (!isNestedDeeper(value)) return { kind: 'value', value };
    return { kind: 'opaque', encoding, bytes, note: `the value nests deeper than ${DEEPEST_VALUE} levels` };
  } catch {
    return { kind: 'opaque', encoding, bytes, note: 'the data is not JSON in UTF-8' };
  }
}
