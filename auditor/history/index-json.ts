import { TickscopeError } from '../base/tickscope-error.ts';

/** Where the items of a list stand: start and end of the first, of the second, … */
export type JsonItems = {
  readonly path: readonly string[];
  readonly offsets: readonly number[];
  /** How many members of objects each item has, at any depth: more than it has parsed, when a key is there twice. */
  readonly members: readonly number[];
};

/** One JSON value of a file, its long lists left unparsed. */
export type JsonDocument = {
  readonly start: number;
  readonly end: number;
  /** How many members of objects it has, those in its lists included. */
  readonly members: number;
  /** Lists that may hold events. */
  readonly lists: readonly (JsonItems & { readonly start: number; readonly end: number })[];
};

/** Under which keys any of the known forms keeps its events. */
const LIST_KEYS: ReadonlySet<string> = new Set(['events', 'eventHistory', 'fullEventHistory', 'history']);

/** Events stand at most this deep in a known form: `{history:{events:[…]}}`, and once more inside a page's own object. */
const DEEPEST_LIST = 3;

/**
 * Finds the JSON values of a file, one after the other, and in each the lists that may hold events, without parsing these: a long
 * history is then parsed event by event.
 *
 * Shape: `bytes` is UTF-8.
 * Throws: TickscopeError `not-a-history` for what cannot be JSON; the inside of items is not looked at.
 */
export function indexJson(bytes: Uint8Array): readonly JsonDocument[] {
  const scanner = new Scanner(bytes);
  const documents: JsonDocument[] = [];
  while (scanner.skipSpace() < bytes.length) documents.push(scanner.document());
  return documents;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

class Scanner {
  readonly #bytes: Uint8Array;
  #at = 0;
  #lists: JsonDocument['lists'][number][] = [];
  /** Colons outside texts so far: a member of an object each. */
  #members = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  document(): JsonDocument {
    const start = this.#at;
    const before = this.#members;
    this.#lists = [];
    this.#value([]);
    return { start, end: this.#at, members: this.#members - before, lists: this.#lists };
  }

  skipSpace(): number {
    const bytes = this.#bytes;
    let at = this.#at;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break;
    }
    this.#at = at;
    return at;
  }

  #value(path: readonly string[]): void {
    const byte = this.#bytes[this.skipSpace()];
    const isList = path.length === 0 || LIST_KEYS.has(path.at(-1) ?? '');
    if (byte === OPEN_LIST && isList) this.#list(path);
    else if (byte === OPEN_OBJECT && path.length < DEEPEST_LIST) this.#object(path);
    else this.#skipValue();
  }

  #object(path: readonly string[]): void {
    this.#at++;
    if (this.#bytes[this.skipSpace()] === CLOSE_OBJECT) {
      this.#at++;
      return;
    }
    for (;;) {
      const start = this.skipSpace();
      if (this.#bytes[start] !== QUOTE) throw this.#broken();
      this.#skipString();
      const key = this.#key(start);
      if (this.#bytes[this.skipSpace()] !== COLON) throw this.#broken();
      this.#at++;
      this.#members++;
      this.#value([...path, key]);
      if (this.#isLast(CLOSE_OBJECT)) return;
    }
  }

  #list(path: readonly string[]): void {
    const start = this.#at++;
    const offsets: number[] = [];
    const members: number[] = [];
    if (this.#bytes[this.skipSpace()] === CLOSE_LIST) this.#at++;
    else {
      do {
        offsets.push(this.skipSpace());
        const before = this.#members;
        this.#skipValue(offsets.length / 2 + 0.5);
        offsets.push(this.#at);
        members.push(this.#members - before);
      } while (!this.#isLast(CLOSE_LIST, offsets.length / 2));
    }
    this.#lists.push({ path, offsets, members, start, end: this.#at });
  }

  #isLast(close: number, item?: number): boolean {
    const byte = this.#bytes[this.skipSpace()];
    if (byte !== COMMA && byte !== close) throw this.#broken(item, 'after');
    this.#at++;
    return byte === close;
  }

  /** Skips one value without a look at what it holds, however deep it nests. */
  #skipValue(item?: number): void {
    const bytes = this.#bytes;
    const first = bytes[this.#at];
    if (first === QUOTE) {
      this.#skipString(item);
      return;
    }
    if (first !== OPEN_LIST && first !== OPEN_OBJECT) {
      this.#skipWord(item);
      return;
    }
    let depth = 0;
    for (; this.#at < bytes.length; this.#at++) {
      const byte = bytes[this.#at];
      if (byte === QUOTE) {
        this.#skipString(item);
        this.#at--;
      } else if (byte === COLON) this.#members++;
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
      else if ((byte === CLOSE_OBJECT || byte === CLOSE_LIST) && --depth === 0) {
        this.#at++;
        return;
      }
    }
    throw this.#broken(item);
  }

  #skipString(item?: number): void {
    const bytes = this.#bytes;
    for (let at = this.#at + 1; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) {
        this.#at = at + 1;
        return;
      }
    }
    this.#at = bytes.length;
    throw this.#broken(item);
  }

  /** A number, true, false, null: until what can only follow it. */
  #skipWord(item?: number): void {
    const start = this.#at;
    for (; this.#at < this.#bytes.length; this.#at++) {
      const byte = this.#bytes[this.#at] ?? 0;
      const isWord =
        (byte >= 0x30 && byte <= 0x39) ||
        (byte >= 0x61 && byte <= 0x7a) ||
        /[-+.E]/.test(String.fromCharCode(byte));
      if (!isWord) break;
    }
    if (this.#at === start) throw this.#broken(item);
  }

  #key(start: number): string {
    try {
      const key: unknown = JSON.parse(Buffer.from(this.#bytes.subarray(start, this.#at)).toString('utf8'));
      return String(key);
    } catch {
      throw this.#broken();
    }
  }

  #broken(item?: number, side: 'in' | 'after' = 'in'): TickscopeError {
    const isEnd = this.#at >= this.#bytes.length;
    const where = item === undefined ? '' : ` ${side} event number ${item}`;
    const what = isEnd
      ? `ends in the middle${where}: it is cut off`
      : `is not JSON${where} (byte ${this.#at + 1})`;
    return new TickscopeError(isEnd && item !== undefined ? 'history-invalid' : 'not-a-history', `${what}.`);
  }
}
