import type { Json, JsonObject } from '#auditor/model/history-event.ts';

/**
 * Where a canonical event says another thing than the JSON it was read from. Knows no descriptor and none of the reader's code: it goes
 * by what two values may mean at most.
 *
 * Absent when: nowhere.
 */
export function findOtherValue(
  given: Json | undefined,
  read: Json | undefined,
  path = '',
): string | undefined {
  if (read === undefined) return isNothing(given) ? undefined : `${path}: ${show(given)} is missing`;
  if (Array.isArray(read)) {
    if (!Array.isArray(given) || given.length !== read.length)
      return `${path}: ${show(given)} → ${show(read)}`;
    return first(read.map((item, at) => () => findOtherValue(given[at], item, `${path}/${at}`)));
  }
  if (isObject(read)) {
    if (!isObject(given)) return `${path}: ${show(given)} → ${show(read)}`;
    const keys = new Set([...Object.keys(given), ...Object.keys(read)]);
    return first(
      [...keys].map((key) => () => findOtherValue(own(given, key), own(read, key), `${path}/${key}`)),
    );
  }
  return isSame(given, read) ? undefined : `${path}: ${show(given)} → ${show(read)}`;
}

function first(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const found = check();
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What may be left out: unset, or a default that means the same. */
function isNothing(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  if (typeof value === 'string') return /^-?0+$/.test(value) || /unspecified$/i.test(value);
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function isSame(given: Json | undefined, read: Json): boolean {
  if (given === read || (read === '' && isNothing(given))) return true;
  if (typeof read === 'number') return isSameNumber(given, read);
  if (typeof read !== 'string') return false;
  if (typeof given === 'string') return isSameText(given, read);
  // An id as a number; an enum as a number, whose name cannot be judged here.
  if (typeof given === 'number')
    return String(given) === read || (Number.isInteger(given) && isEnumName(read));
  return isObject(given) && toNanos(given) === toNanos(read);
}

function isSameNumber(given: Json | undefined, read: number): boolean {
  if (typeof given === 'number') return given === read || Math.fround(given) === Math.fround(read);
  return typeof given === 'string' && /^-?\d+$/.test(given) && Number(given) === read;
}

function isSameText(given: string, read: string): boolean {
  if (/^-?\d+$/.test(given) && /^-?\d+$/.test(read)) return BigInt(given) === BigInt(read);
  if (isEnumName(read)) {
    const scream = given.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
    return read === scream || read.endsWith(`_${scream}`);
  }
  const nanos = toNanos(read);
  return nanos !== undefined && toNanos(given) === nanos;
}

const isEnumName = (text: string): boolean => /^[A-Z]+(?:_[A-Z0-9]+)+$/.test(text);

/** A time since 1970 or a duration. Absent when: neither. */
function toNanos(value: Json): bigint | undefined {
  if (isObject(value)) {
    const { seconds, nanos } = value;
    return BigInt(String(seconds ?? 0)) * 1_000_000_000n + BigInt(String(nanos ?? 0));
  }
  const text = String(value);
  const [, minus, whole, part = ''] = /^(-?)(\d+)(?:\.(\d{1,9}))?s$/.exec(text) ?? [];
  if (whole !== undefined) {
    const nanos = BigInt(whole) * 1_000_000_000n + BigInt(part.padEnd(9, '0'));
    return minus ? -nanos : nanos;
  }
  const [, clock, fraction = '', zone] =
    /^(\d{4}-\d\d-\d\dT[\d:]{8})(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const ms = clock === undefined ? Number.NaN : Date.parse(`${clock}${zone}`);
  return Number.isNaN(ms) ? undefined : BigInt(ms) * 1_000_000n + BigInt(fraction.padEnd(9, '0'));
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (value: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(value, key) ? value[key] : undefined;

const show = (value: Json | undefined): string => String(JSON.stringify(value)).slice(0, 80);
