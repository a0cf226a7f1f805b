import { isJsonList } from '../base/json-members.ts';
import { DEEPEST_VALUE, isNestedDeeper } from '../base/nesting.ts';
import { isJsonObject } from '../base/payload.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Json, JsonObject } from '../model/history-event.ts';
import { isBase64 } from './canonical-scalar.ts';
import { isReadablePayload } from './payload-encoding.ts';

/** Whether an object without metadata is a payload as it is stored, or a value that stands where a payload was. */
export type PayloadReading = 'as-stored' | 'as-values';

/** What a payload turned out to be written as. */
type PayloadForm = 'stored' | 'readable' | 'value';

/** `$unknown` is what a binary history had beside them. */
const STORED_KEYS: ReadonlySet<string> = new Set([
  'metadata',
  'data',
  'externalPayloads',
  'external_payloads',
  '$unknown',
]);

/**
 * A payload as the server stores it, from any of the ways in which tools show it: with its encoding in clear and its value beside it
 * (the Web UI's readable form), or as the value alone (the HTTP API's shorthand).
 *
 * The bytes of a value that was shown are not restorable: spaces, order of keys and digits are this writer's.
 */
export function toStoredPayload(value: Json, reading: PayloadReading): { payload: Json; form: PayloadForm } {
  if (!isJsonObject(value)) return { payload: fromValue(value), form: 'value' };
  const metadata = Object.hasOwn(value, 'metadata') ? value.metadata : undefined;
  const encoding =
    isJsonObject(metadata) && Object.hasOwn(metadata, 'encoding') ? toText(metadata.encoding) : undefined;
  if (isJsonObject(metadata) && encoding !== undefined) {
    if (!isReadablePayload(encoding, value.data)) return { payload: value, form: 'stored' };
    return { payload: fromReadable(value, metadata, encoding), form: 'readable' };
  }
  const keys = Object.keys(value);
  const isStored = keys.every((key) => STORED_KEYS.has(key)) && reading === 'as-stored';
  return isStored ? { payload: value, form: 'stored' } : { payload: fromValue(value), form: 'value' };
}

function fromReadable(payload: JsonObject, metadata: JsonObject, encoding: string): JsonObject {
  const entries = Object.entries(metadata).map(([key, value]): [string, Json] => [
    key,
    toBase64Member(key, value),
  ]);
  const { data } = payload;
  const stored = toData(data, encoding);
  return { metadata: Object.fromEntries(entries), ...(stored === undefined ? {} : { data: stored }) };
}

/** The readable form decodes the encoding; other members of the metadata are mostly left as they were. */
function toBase64Member(key: string, value: Json): Json {
  if (typeof value !== 'string') return value;
  return key !== 'encoding' && isBase64(value) ? value : encode(value);
}

function toData(data: Json | undefined, encoding: string): string | undefined {
  if (data === undefined || encoding === 'binary/null') return undefined;
  if (encoding.startsWith('json/')) return data === null ? encode('null') : encode(writeValue(data));
  return typeof data === 'string' ? encode(data) : encode(writeValue(data));
}

function fromValue(value: Json): JsonObject {
  if (value === null) return { metadata: { encoding: encode('binary/null') } };
  if (isJsonObject(value) && Object.hasOwn(value, '_protoMessageType')) {
    const { _protoMessageType: type, ...rest } = value;
    const metadata = { encoding: encode('json/protobuf'), messageType: encode(String(type)) };
    return { metadata, data: encode(writeValue(rest)) };
  }
  return { metadata: { encoding: encode('json/plain') }, data: encode(writeValue(value)) };
}

/** Text of an encoding, which a dump may hold as bytes. Absent when: neither. */
function toText(encoding: Json | undefined): string | undefined {
  if (typeof encoding === 'string') return encoding;
  return isJsonObject(encoding) || (encoding !== undefined && isJsonList(encoding))
    ? encode('bytes')
    : undefined;
}

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** Throws: TickscopeError `history-invalid` for a number that reading has rounded, and for nesting without end. */
function writeValue(value: Json): string {
  if (isNestedDeeper(value)) {
    throw new TickscopeError('history-invalid', `A payload is nested deeper than ${DEEPEST_VALUE} levels.`);
  }
  // Every number of that size is an integer, and the one in the file may have been another one.
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item !== 'number' || Math.abs(item) <= Number.MAX_SAFE_INTEGER) return item;
    const what = 'A payload shown as a value holds a number beyond 2^53, which JSON readers round.';
    throw new TickscopeError('history-invalid', what);
  });
}
