import { countSlashes, findClose, findEnd, isQuote } from './quoted-text.ts';

/** What is hidden in a text, and how. */
export type Hiding = {
  readonly isSecret: (name: string) => boolean;
  /** Stands where a secret stood. */
  readonly hidden: string;
  /** Hides what is secret inside the value of another member. */
  readonly redactInner: (text: string) => string;
};

const LONGEST_NAME = 200;

/** Values that are no secrets, as JSON and Python write them. */
const NO_SECRET = /^(?:null|true|false|None|True|False)$/;

/** A member somewhere in a text: what it is called, and how its name is quoted: `"`, `\"`, `'`, or not at all. */
type Name = { readonly name: string; readonly quote: string };

/** A part of a text that is to read otherwise. */
type Change = { readonly start: number; readonly end: number; readonly by: string };

/**
 * Hides the values of secret members in a text that is not JSON as a whole: a stream of server-sent events, JSON that is cut off or
 * escaped (`{\"apiKey\": …`), a log line (`apiKey={…}`), what Python prints of a dictionary.
 *
 * Shape: a name without quotes hides what is quoted, an object or a list, not the next word of a sentence. What has no end is hidden to
 * the end of the text. It takes time in proportion to the text: each step starts where the one before ended.
 * Throws: never.
 */
export function hideMembers(text: string, hiding: Hiding): string {
  const separators = /[:=]/g;
  let out = '';
  let done = 0;
  for (let at = separators.exec(text); at !== null; at = separators.exec(text)) {
    const name = findName(text, at.index, done);
    const change = name && toChange(text, skipSpace(text, at.index + 1), name, hiding);
    if (change === undefined) continue;
    out += text.slice(done, change.start) + change.by;
    done = change.end;
    separators.lastIndex = done;
  }
  return out + text.slice(done);
}

function toChange(text: string, start: number, name: Name, hiding: Hiding): Change | undefined {
  const isSecret = hiding.isSecret(toPlainName(name.name));
  const slashes = countSlashes(text, start);
  const mark = text[start + slashes] ?? '';
  if (isQuote(mark)) {
    const quote = text.slice(start, start + slashes + 1);
    if (!isSecret) return quote === '"' ? toInnerChange(text, start, hiding) : undefined;
    const end = findEnd(text, start + quote.length, quote);
    const isEmpty = text.slice(start, end) === quote + quote;
    return isEmpty ? undefined : { start, end, by: quote + hiding.hidden + quote };
  }
  if (!isSecret) return undefined;
  const quote = name.quote === '' ? '"' : name.quote;
  const by = quote + hiding.hidden + quote;
  if (slashes === 0 && (mark === '{' || mark === '['))
    return { start, end: findClose(text, start, name.quote), by };
  const [word] = name.quote === '' ? [] : (/^[\w.+-]+/.exec(text.slice(start, start + LONGEST_NAME)) ?? []);
  if (word === undefined || NO_SECRET.test(word)) return undefined;
  return { start, end: findWordEnd(text, start), by };
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
  return { name: text.slice(open + 1, stop), quote: text.slice(stop, end) };
}

function findWord(text: string, end: number, done: number): Name | undefined {
  let start = end;
  while (start > done && end - start < LONGEST_NAME && /[\w-]/.test(text[start - 1] ?? '')) start--;
  return start === end ? undefined : { name: text.slice(start, end), quote: '' };
}

function findWordEnd(text: string, start: number): number {
  let end = start;
  while (/[\w.+-]/.test(text[end] ?? '')) end++;
  return end;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text[at])) at++;
  return at;
}

function toPlainName(name: string): string {
  if (!name.includes('\\')) return name;
  try {
    return String(JSON.parse(`"${name}"`));
  } catch {
    return name;
  }
}

const isSpace = (char: string | undefined): boolean =>
  char === ' ' || char === '\n' || char === '\t' || char === '\r';
