import { TickscopeError } from '../base/tickscope-error.ts';
import type { Json } from '../model/history-event.ts';

const DECIMAL = /^-?\d{1,20}$/;

/** Reads one scalar of ProtoJSON: the same value in its one canonical form, or undefined when it is not of the type. */
type ReadScalar = (value: Json) => Json | undefined;

const READERS: ReadonlyMap<string, ReadScalar> = new Map<string, ReadScalar>([
  ['string', (value) => (typeof value === 'string' ? value : undefined)],
  ['bool', (value) => (typeof value === 'boolean' ? value : undefined)],
  ['bytes', (value) => (typeof value === 'string' && isBase64(value) ? value : undefined)],
  ['double', (value) => readFloat(value, Number)],
  ['float', (value) => readFloat(value, shortestFloat)],
  ...['int64', 'sint64', 'sfixed64'].map((type): [string, ReadScalar] => [type, readInt64]),
  ...['uint64', 'fixed64'].map((type): [string, ReadScalar] => [type, readUint64]),
  ...['int32', 'sint32', 'sfixed32'].map((type): [string, ReadScalar] => [
    type,
    (value) => readInteger32(value, -2_147_483_648, 2_147_483_647),
  ]),
  ...['uint32', 'fixed32'].map((type): [string, ReadScalar] => [
    type,
    (value) => readInteger32(value, 0, 4_294_967_295),
  ]),
]);

/**
 * A scalar of ProtoJSON in its canonical form: int64 as decimal text, bytes as padded base64, floats as the shortest decimal.
 *
 * Throws: TickscopeError `history-invalid`, with the path, for a value that is not of that type or would be altered.
 */
export function toCanonicalScalar(type: string, value: Json, toPath: () => string): Json {
  const read = READERS.get(type)?.(value);
  if (read !== undefined) return read;
  if (typeof value === 'number' && type.endsWith('64') && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw refused(`${toPath()} is a number beyond 2^53, which JSON readers round: write it as text`);
  }
  throw refused(`${toPath()} is no ${type === 'bytes' ? 'base64' : type}`);
}

/** Whether text is base64 as encoders write it: padded, and without bits that decode to nothing. */
export function isBase64(text: string): boolean {
  // Node writes base64 in its one canonical form, and does so faster than a pattern matches.
  return text.length % 4 === 0 && Buffer.from(text, 'base64').toString('base64') === text;
}

/** Whether a canonical value is its field's default: the same as absent. The text `0` is one of a 64-bit integer alone. */
export function isDefaultScalar(type: string, value: Json): boolean {
  return value === '' || value === 0 || value === false || (value === '0' && type.endsWith('64'));
}

/** Shortest decimal that is this 32-bit float: 0.1, not 0.10000000149011612. */
export function shortestFloat(value: number): number {
  const rounded = Math.fround(value);
  // 9 significant digits always suffice for 24 bits.
  for (let digits = 1; digits <= 9; digits++) {
    const candidate = Number(rounded.toPrecision(digits));
    if (Math.fround(candidate) === rounded) return candidate;
  }
  return rounded;
}

function readInt64(value: Json): Json | undefined {
  return readInteger64(value, (number) => BigInt.asIntN(64, number));
}

function readUint64(value: Json): Json | undefined {
  return readInteger64(value, (number) => BigInt.asUintN(64, number));
}

function readInteger64(value: Json, wrap: (number: bigint) => bigint): string | undefined {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || (value < 0 && wrap(-1n) !== -1n)) return undefined;
    return String(value);
  }
  if (typeof value !== 'string') return undefined;
  if (isPlainId(value)) return value;
  if (!DECIMAL.test(value)) return undefined;
  const number = BigInt(value);
  return wrap(number) === number ? String(number) : undefined;
}

/** Up to 18 digits without a zero or sign in front: fits into every 64-bit type as it is. */
function isPlainId(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > 18) return false;
  const first = text.charCodeAt(0);
  if (first === 0x30) return length === 1;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

function readInteger32(value: Json, lowest: number, highest: number): number | undefined {
  const number = typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
  // `+ 0` turns -0 into 0.
  return number >= lowest && number <= highest ? number + 0 : undefined;
}

function readFloat(value: Json, shorten: (value: number) => number): Json | undefined {
  if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') return value;
  if (typeof value !== 'number') return undefined;
  const short = shorten(value);
  // JSON.parse makes Infinity of 1e999.
  return Number.isFinite(short) ? short + 0 : undefined;
}

function refused(what: string): TickscopeError {
  return new TickscopeError('history-invalid', `${what}.`);
}
