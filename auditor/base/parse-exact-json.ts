import type { Json, JsonObject } from '../model/history-event.ts';

// The third argument tells how a number was written. Source: ECMAScript 2026, JSON.parse source text access.
declare global {
  interface JSON {
    parse(
      text: string,
      reviver: (this: unknown, key: string, value: Json, context: { readonly source?: string }) => Json,
    ): Json;
    /** What `stringify` writes as it is. */
    rawJSON(literal: string): Json;
  }
}

/** Only a text with one of these can hold a number that a double does not: no other text is looked at twice. */
const MAYBE_INEXACT = /\d{16}|\d[eE][+-]?\d{2}/;

/** A key that could be taken for a marker starts so, written plainly or escaped. */
const MAYBE_MARKER = /(?:\$|\\u0024)(?:[$on]|\\u00(?:24|6f|6e))/i;

/** Keys that stand alone in an object which replaces a value. */
const MARKER = /^\$+(?:number|opaque)$/;

/**
 * JSON text → its value, in which nothing has silently become something else.
 *
 * Shape: an integer that a double cannot hold, and a number too great or too small for one, is `{"$number": "<as written>"}`. Fractions are
 * the nearest double. A key `$number` or `$opaque` of the text itself gets one more `$`, so that a marker is always Tickscope's.
 * Throws: SyntaxError when it is no JSON, RangeError when it nests too deeply to be looked at: check this before, with `parsed`, the
 * value as `JSON.parse` gives it, which is also the answer for almost every text.
 */
export function parseExactJson(text: string, parsed?: Json): Json {
  if (MAYBE_INEXACT.test(text) || MAYBE_MARKER.test(text)) {
    return JSON.parse(text, (_key, value, { source }) => keep(value, source));
  }
  return parsed === undefined ? JSON.parse(text) : parsed;
}

function keep(value: Json, source: string | undefined): Json {
  if (typeof value === 'number') {
    return source === undefined || isHeld(value, source) ? value : { $number: source };
  }
  return isObject(value) ? renameMarkers(value) : value;
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function renameMarkers(value: JsonObject): JsonObject {
  const entries = Object.entries(value);
  // What `keep` has put in place of a number comes by here only as a member, never by itself.
  if (!entries.some(([key]) => MARKER.test(key))) return value;
  return Object.fromEntries(entries.map(([key, child]) => [MARKER.test(key) ? `$${key}` : key, child]));
}

function isHeld(value: number, source: string): boolean {
  if (!Number.isFinite(value)) return false;
  if (value === 0) return !/[1-9]/.test(source.replace(/[eE].*$/, ''));
  if (Number.isSafeInteger(value) || Math.abs(value) < Number.MAX_SAFE_INTEGER) return true;
  return toDigits(source) === toDigits(String(value));
}

/** `-1.50e3` → `-15e2`: equal for equal numbers. */
function toDigits(literal: string): string {
  const [mantissa = '', exponent = '0'] = literal.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = `${whole}${fraction}`.replace(/^(-?)0+(?=\d)/, '$1');
  const kept = digits.replace(/0+$/, '');
  return `${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}

/**
 * JSON text of a value from `parseExactJson`: numbers and keys as they were written.
 *
 * Throws: SyntaxError when a `$number` is no number, which `parseExactJson` never gives.
 */
export function writeExactJson(value: Json): string {
  return JSON.stringify(value, (_key, member: Json) => (isObject(member) ? unmark(member) : member));
}

function unmark(value: JsonObject): Json {
  const keys = Object.keys(value);
  const { $number } = value;
  if (keys.length === 1 && typeof $number === 'string') return JSON.rawJSON($number);
  if (!keys.some((key) => MARKER.test(key))) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [MARKER.test(key) ? key.slice(1) : key, child]),
  );
}
