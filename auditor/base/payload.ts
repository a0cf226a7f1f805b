import type { Json, JsonObject } from '../model/history-event.ts';
import { DEEPEST_VALUE, isNestedDeeper } from './nesting.ts';
import { parseExactJson } from './parse-exact-json.ts';

/**
 * What a payload holds. See `parse-exact-json.ts` for numbers that JavaScript has not.
 *
 * Absent when: `note`, the bytes are simply of an encoding that is not read here (compressed, binary); `messageType`, the payload names no
 * protobuf message.
 */
type PayloadContent =
  | { readonly kind: 'value'; readonly value: Json }
  | {
      readonly kind: 'opaque';
      readonly encoding: string;
      readonly bytes: Uint8Array;
      /** Full name of the protobuf message that the bytes are. */
      readonly messageType?: string;
      readonly note?: string;
    };

/** A payload as ProtoJSON: both metadata values and data are base64. */
export type TemporalPayload = {
  readonly metadata: { readonly encoding: string; readonly [key: string]: Json };
  readonly data?: string;
};

// One for all: making a decoder costs more than most payloads take to be decoded.
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const JSON_ENCODINGS: ReadonlySet<string> = new Set(['json/plain', 'json/protobuf']);
const BINARY_ENCODINGS: ReadonlySet<string> = new Set(['binary/null', 'binary/plain', 'binary/protobuf']);

/** What codecs of Temporal's samples and most others call their output. Source: temporalio/samples-typescript, encryption. */
const ENCRYPTED = 'binary/encrypted';

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
  const bytes = fromBase64(text);
  if (bytes === undefined) {
    return { kind: 'opaque', encoding, bytes: toUtf8(text), note: 'the data is not base64' };
  }
  if (JSON_ENCODINGS.has(encoding)) return parseJson(encoding, bytes);
  const messageType = toText(ownValue(payload.metadata, 'messageType'));
  return {
    kind: 'opaque',
    encoding,
    bytes: new Uint8Array(bytes),
    ...(messageType === undefined ? {} : { messageType }),
    ...(encoding === ENCRYPTED ? { note: 'encrypted; no codec is configured' } : {}),
  };
}

/** Whether a payload can be read, or shown as its bytes, without a codec. */
export function isReadable(payload: TemporalPayload): boolean {
  const encoding = toEncodingName(payload.metadata.encoding);
  return JSON_ENCODINGS.has(encoding) || BINARY_ENCODINGS.has(encoding);
}

/** True for an object that is neither null nor an array. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownValue(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A handful of names stands in every payload of a history: each is decoded once. */
const encodingNames = new Map<string, string>();
const MOST_NAMES = 100;

function toEncodingName(base64: string): string {
  const known = encodingNames.get(base64);
  if (known !== undefined) return known;
  const name = fromBase64(base64)?.toString('utf8') ?? base64;
  if (encodingNames.size < MOST_NAMES) encodingNames.set(base64, name);
  return name;
}

/**
 * Standard, padded base64 → bytes. Node skips what is not base64 and reads the alphabet of URLs, too: length and those two characters
 * show it, at a tenth of what a pattern costs. Absent when: the text is not base64.
 */
function fromBase64(text: string): Buffer | undefined {
  if (text.length % 4 !== 0 || text.includes('-') || text.includes('_')) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === (text.length / 4) * 3 - padding ? bytes : undefined;
}

function toText(base64: Json | undefined): string | undefined {
  return typeof base64 === 'string' ? toEncodingName(base64) : undefined;
}

function toUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function parseJson(encoding: string, bytes: Uint8Array): PayloadContent {
  try {
    const text = UTF8.decode(bytes);
    const value: Json = JSON.parse(text);
    if (!isNestedDeeper(value)) return { kind: 'value', value: parseExactJson(text, value) };
    return {
      kind: 'opaque',
      encoding,
      bytes: new Uint8Array(bytes),
      note: `the value nests deeper than ${DEEPEST_VALUE} levels`,
    };
  } catch {
    return { kind: 'opaque', encoding, bytes: new Uint8Array(bytes), note: 'the data is not JSON in UTF-8' };
  }
}
