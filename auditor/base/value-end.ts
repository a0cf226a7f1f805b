import { countSlashes, findClose, findEnd, isQuote } from './quoted-text.ts';

/** `Bearer` and the like: the secret is the word after it. */
const SCHEME = /(?:bearer|basic|digest)[ \t]+/iy;

/** What begins a quoted text of bytes in Python: `b'`. */
const PREFIX = /[bruf]{1,2}(\\*["'])/iy;

/** Where a value without quotes ends: at a blank, a comma, `&`, a closing bracket, or with the quoted text around it. */
export function findValueEnd(text: string, start: number): number {
  let at = skipBeginning(text, start);
  while (at < text.length) {
    const char = text[at] ?? '';
    if ('([{'.includes(char)) at = findClose(text, at, '');
    else if (/[\s,&)\]}]/.test(char) || endsText(text, at)) return at;
    else at += Math.max(1, countSlashes(text, at));
  }
  return at;
}

/** Where the value of a header ends: with its line, or with the quoted text around it; quoted parameters (`a="b"`) are a part of it. */
export function findLineEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const parameter = text[at] === '=' ? findParameterEnd(text, at + 1) : undefined;
    if (parameter !== undefined) at = parameter;
    else if (text[at] === '\n' || text[at] === '\r' || endsText(text, at)) return at;
    else at += Math.max(1, countSlashes(text, at));
  }
  return at;
}

function skipBeginning(text: string, start: number): number {
  SCHEME.lastIndex = start;
  if (SCHEME.test(text)) return SCHEME.lastIndex;
  PREFIX.lastIndex = start;
  const quote = PREFIX.exec(text)?.[1];
  return quote === undefined ? start : findEnd(text, PREFIX.lastIndex, quote);
}

/** Whether the quoted text around ends here: the mark in `it's` does not. */
function endsText(text: string, at: number): boolean {
  const mark = at + countSlashes(text, at);
  return isQuote(text[mark] ?? '') && !/\w/.test(text[mark + 1] ?? '');
}

/** Absent when: nothing is quoted here, or nothing ends it in this line. */
function findParameterEnd(text: string, start: number): number | undefined {
  const slashes = countSlashes(text, start);
  const begin = start + slashes + 1;
  if (!isQuote(text[begin - 1] ?? '') || /[\s,;)\]}]/.test(text[begin] ?? ' ')) return undefined;
  const end = findEnd(text, begin, text.slice(start, begin));
  return text[end - 1] === text[begin - 1] && !/[\r\n]/.test(text.slice(begin, end)) ? end : undefined;
}
