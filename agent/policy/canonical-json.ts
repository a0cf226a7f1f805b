/**
 * Writes a value as canonical JSON, so that equal values give equal bytes whoever writes them.
 *
 * Shape: keys by UTF-16 code units, no white space, numbers as ECMAScript writes them.
 * Absent when: a key whose value is undefined is left out, as JSON.stringify does.
 * Throws: TypeError for what JSON cannot say (NaN, Infinity, lone surrogates, functions, undefined in a list).
 * Source: RFC 8785.
 */
export function toCanonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'string') return writeString(value);
  if (Array.isArray(value)) return `[${value.map(toCanonicalJson).join(',')}]`;
  if (typeof value === 'object') return writeObject(value);
  throw new TypeError(`canonical JSON cannot hold a ${typeof value}`);
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`canonical JSON cannot hold ${value}`);
  return JSON.stringify(value);
}

function writeString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('canonical JSON cannot hold a lone surrogate');
  return JSON.stringify(value);
}

function writeObject(value: object): string {
  // Without a comparator, sort() orders by UTF-16 code units: exactly what the RFC asks for.
  const members = new Map(Object.entries(value));
  const keys = [...members.keys()].filter((key) => members.get(key) !== undefined).sort();
  return `{${keys.map((key) => `${writeString(key)}:${toCanonicalJson(members.get(key))}`).join(',')}}`;
}
