import { countSlashes, findClose, findEnd, isQuote } from './quoted-text.ts';
import { findLineEnd, findValueEnd } from './value-end.ts';

/** A secret member somewhere in a text. */
export type SecretMember = {
  /** How its name is quoted: `"`, `\"`, `'`, or not at all. */
  readonly quote: string;
  /** What parts name and value: a colon, `=`, or `=` without a blank on either side. */
  readonly separator: 'colon' | 'equals' | 'tight';
  /** Where the blanks before its value begin. */
  readonly from: number;
  /** Whether its name is a word of sentences, too: not all that follows it is a secret. */
  readonly isWord: boolean;
};

/** A part of a text that is to read otherwise. */
export type Change = { readonly start: number; readonly end: number; readonly by: string };

/** Values that are no secrets, as JSON, Python and JavaScript write them. */
const NO_SECRET = /(?:null|true|false|None|True|False|undefined)\s*(?:$|[,;)\]}\r\n"'])/y;

const NUMBER = /^[\d.]*$/;

/** What is no word of a sentence: eight characters with a letter and a digit among them, or what follows `Bearer`. */
const NO_WORD = /^(?:(?:bearer|basic|digest)[ \t]|(?=[\w.+/=~-]*[a-z])(?=[\w.+/=~-]*\d)[\w.+/=~-]{8})/i;

/** Enough to tell a secret from a word. */
const GLIMPSE = 200;

/**
 * The change that hides the value of a secret member.
 *
 * Shape: what is quoted, an object or a list is hidden to its end. Without quotes, a header's value is hidden to the end of its line,
 * any other to the end of the word with the brackets and quotes that belong to it. What has no end is hidden to the end of the text.
 * Absent when: there is none, or nothing worth hiding.
 */
export function hideValue(text: string, member: SecretMember, hidden: string): Change | undefined {
  const start = skipSpace(text, member.from);
  const slashes = countSlashes(text, start);
  const mark = text[start + slashes] ?? '';
  if (isQuote(mark)) return hideQuoted(text, start, text.slice(start, start + slashes + 1), hidden);
  const quote = member.quote === '' ? '"' : member.quote;
  const by = quote + hidden + quote;
  // What was hidden before begins with a bracket, too.
  if ((mark === '{' || mark === '[') && slashes === 0 && !text.startsWith(hidden, start))
    return { start, end: findClose(text, start, member.quote), by };
  const end = member.quote === '' ? findBareEnd(text, start, member) : findValueEnd(text, start);
  const value = text.slice(start, end);
  if (value === '' || isNoSecret(text, start)) return undefined;
  if (member.quote === '' && member.isWord && NUMBER.test(value)) return undefined;
  return { start, end, by: member.quote === '' ? hidden : by };
}

function hideQuoted(text: string, start: number, quote: string, hidden: string): Change | undefined {
  const end = findEnd(text, start + quote.length, quote);
  const isEmpty = text.slice(start, end) === quote + quote;
  return isEmpty ? undefined : { start, end, by: quote + hidden + quote };
}

function findBareEnd(text: string, start: number, { separator, from, isWord }: SecretMember): number {
  // The line ends without a value.
  if (/[\r\n]/.test(text.slice(from, start))) return start;
  // Asked before the line's end is looked for: what stays is gone through again from here, for each name of the line.
  if (isNoSecret(text, start)) return start;
  if (!isWord && separator === 'colon') return findLineEnd(text, start);
  if (isWord && separator !== 'tight' && !NO_WORD.test(text.slice(start, start + GLIMPSE))) return start;
  return findValueEnd(text, start);
}

function isNoSecret(text: string, start: number): boolean {
  NO_SECRET.lastIndex = start;
  return NO_SECRET.test(text);
}

/** Where the blanks that begin at a place end. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text[at])) at++;
  return at;
}

/** Whether a character parts words. Absent when: the text ends. */
export const isSpace = (char: string | undefined): boolean =>
  char === ' ' || char === '\n' || char === '\t' || char === '\r';
