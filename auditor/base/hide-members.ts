import { type Change, hideValue, isSpace, skipSpace } from './hide-value.ts';
import { findEnd, isQuote } from './quoted-text.ts';
import { LISTS_OF_NAMES, NAME_KEYS } from './secret-pair.ts';

/** What is hidden in a text, and how. */
type Hiding = {
  readonly isSecret: (name: string) => boolean;
  /** Whether a secret name is a word of sentences, too. */
  readonly isWord: (name: string) => boolean;
  /** Stands where a secret stood. */
  readonly hidden: string;
  /** Hides what is secret inside the value of another member. */
  readonly redactInner: (text: string) => string;
};

const LONGEST_NAME = 200;

/** Enough of what stands before a list to tell whose it is. */
const GLIMPSE = 40;

/** What is called something in a text, and how that is quoted: `"`, `\"`, `'`, or not at all. */
type Name = { readonly name: string; readonly quote: string; readonly start: number };

/** What parts two texts: `:` and `=` (also `=>`) a name from its value, `,` the two of a pair. */
type Separator = { readonly sign: string; readonly start: number; readonly end: number };

/** A header as an object: `{"name": "Authorization", "value": …`, from the first colon on. */
const NAMED_VALUE = /\s*(\\*)(["'])([\w-]{1,200})\1\2\s*,\s*(?:\\*["'])?values?(?:\\*["'])?\s*:/iy;

/**
 * Hides the values of secret members in a text that is not JSON as a whole: a stream of server-sent events, JSON that is cut off or
 * escaped (`{\"apiKey\": …`), headers, the query of an address, a log line (`apiKey=…`), what Python prints.
 *
 * Shape: what of a value is hidden: see `hideValue`. It takes time in proportion to the text: each step starts where the one before ended.
 * Throws: never.
 */
export function hideMembers(text: string, hiding: Hiding): string {
  const separators = /[:=]+>?|,/g;
  let out = '';
  let done = 0;
  for (let found = separators.exec(text); found !== null; found = separators.exec(text)) {
    const separator = { sign: found[0], start: found.index, end: separators.lastIndex };
    const name = findName(text, separator.start, done);
    const change = name && toChange(text, name, separator, hiding);
    if (change === undefined) continue;
    out += text.slice(done, change.start) + change.by;
    done = change.end;
    separators.lastIndex = done;
  }
  return out + text.slice(done);
}

function toChange(text: string, name: Name, separator: Separator, hiding: Hiding): Change | undefined {
  const plain = toPlainName(name.name);
  const { sign, end } = separator;
  if (sign === ',' && !isFirstOfPair(text, name)) return undefined;
  if (hiding.isSecret(plain)) {
    const kind = sign.includes(':') ? 'colon' : isTight(text, separator) ? 'tight' : 'equals';
    const member = { quote: name.quote, separator: kind, from: end, isWord: hiding.isWord(plain) } as const;
    return hideValue(text, member, hiding.hidden);
  }
  const from = findNamedValue(text, plain, end, hiding);
  if (from !== undefined)
    return hideValue(text, { quote: name.quote, separator: 'colon', from, isWord: false }, hiding.hidden);
  const start = skipSpace(text, end);
  return sign !== ',' && text[start] === '"' ? toInnerChange(text, start, hiding) : undefined;
}

function isTight(text: string, { start, end }: Separator): boolean {
  return !isSpace(text[start - 1]) && !isSpace(text[end]);
}

/** `["authorization", …` or `(b'authorization', …`, not `"required": ["password", …`, which lists names. */
function isFirstOfPair(text: string, { quote, start }: Name): boolean {
  const before = text.slice(Math.max(0, start - GLIMPSE), start);
  if (quote === '' || !/[[(]\s*[bru]{0,2}$/i.test(before)) return false;
  const key = /(\w+)\\*["']\s*:\s*[[(]\s*$/.exec(before)?.[1];
  return key === undefined || !LISTS_OF_NAMES.test(key);
}

/** Where the value begins whose name is the value of the member before. Absent when: this is no name of a secret. */
function findNamedValue(text: string, name: string, end: number, hiding: Hiding): number | undefined {
  if (!NAME_KEYS.has(name.toLowerCase())) return undefined;
  NAMED_VALUE.lastIndex = end;
  const named = NAMED_VALUE.exec(text)?.[3];
  return named !== undefined && hiding.isSecret(named) ? NAMED_VALUE.lastIndex : undefined;
}

/** A text within a text may be JSON again, its quotes written in any way. Absent when: it is no text of JSON. */
function toInnerChange(text: string, start: number, { redactInner }: Hiding): Change | undefined {
  const end = findEnd(text, start + 1, '"');
  const given = text.slice(start, end);
  try {
    const inner: unknown = JSON.parse(given);
    if (typeof inner !== 'string') return undefined;
    const redacted = redactInner(inner);
    return { start, end, by: redacted === inner ? given : JSON.stringify(redacted) };
  } catch {
    // What is in it is looked at where it stands.
    return undefined;
  }
}

/** What stands before a separator. Absent when: nothing that is a name, or what is done already. */
function findName(text: string, separator: number, done: number): Name | undefined {
  let end = separator;
  while (end > done && isSpace(text[end - 1])) end--;
  const mark = text[end - 1] ?? '';
  if (!isQuote(mark)) return findWord(text, end, done);
  let stop = end - 1;
  while (stop > done && text[stop - 1] === '\\') stop--;
  const open = stop > done ? text.lastIndexOf(mark, stop - 1) : -1;
  if (open < done || stop - open > LONGEST_NAME) return undefined;
  const quote = text.slice(stop, end);
  const isEscaped = text.startsWith(quote, open + 1 - quote.length);
  return { name: text.slice(open + 1, stop), quote, start: isEscaped ? open + 1 - quote.length : open };
}

function findWord(text: string, end: number, done: number): Name | undefined {
  let start = end;
  while (start > done && end - start < LONGEST_NAME && /[\w-]/.test(text[start - 1] ?? '')) start--;
  return start === end ? undefined : { name: text.slice(start, end), quote: '', start };
}

function toPlainName(name: string): string {
  if (!name.includes('\\')) return name;
  try {
    return String(JSON.parse(`"${name}"`));
  } catch {
    return name;
  }
}
