/** Any JSON value. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** One line of a pretty-printed JSON value. */
export type JsonLine = {
  readonly depth: number;
  /** RFC 6901 pointer of the value that the line opens, closes or holds. */
  readonly pointer: string;
  /** Absent when: an element of a list, a closing bracket, or the whole value. */
  readonly key?: string;
  readonly kind: 'open' | 'close' | 'string' | 'number' | 'word';
  readonly text: string;
  readonly comma: boolean;
};

/**
 * The lines of a JSON value, at most `limit`.
 *
 * Order: as the keys stand in the value.
 */
export function toJsonLines(
  value: JsonValue,
  limit: number,
): { readonly lines: readonly JsonLine[]; readonly complete: boolean } {
  const lines: JsonLine[] = [];
  const complete = addLines(lines, { value, depth: 0, pointer: '', comma: false }, limit);
  return { lines, complete };
}

type Place = {
  readonly value: JsonValue;
  readonly depth: number;
  readonly pointer: string;
  readonly key?: string;
  readonly comma: boolean;
};

function addLines(lines: JsonLine[], place: Place, limit: number): boolean {
  if (lines.length >= limit) return false;
  const { value, depth, pointer, comma } = place;
  const named = place.key === undefined ? {} : { key: place.key };
  if (value === null || typeof value !== 'object') {
    lines.push({ depth, pointer, ...named, ...toScalar(value), comma });
    return true;
  }
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) {
    lines.push({ depth, pointer, ...named, kind: 'word', text: open + close, comma });
    return true;
  }
  lines.push({ depth, pointer, ...named, kind: 'open', text: open, comma: false });
  for (const [index, [key, child]] of entries.entries()) {
    const inside = {
      value: child,
      depth: depth + 1,
      pointer: `${pointer}/${toPointerToken(key)}`,
      ...(isList ? {} : { key }),
      comma: index < entries.length - 1,
    };
    if (!addLines(lines, inside, limit)) return false;
  }
  lines.push({ depth, pointer, kind: 'close', text: close, comma });
  return true;
}

const toPointerToken = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

function toScalar(value: null | boolean | number | string): Pick<JsonLine, 'kind' | 'text'> {
  if (typeof value === 'string') return { kind: 'string', text: value };
  return { kind: typeof value === 'number' ? 'number' : 'word', text: String(value) };
}

/** Is the line the pointed-at value, or inside of it? */
export function isWithin(line: JsonLine, pointer: string | undefined): boolean {
  if (pointer === undefined || pointer === '') return false;
  return line.pointer === pointer || line.pointer.startsWith(`${pointer}/`);
}
