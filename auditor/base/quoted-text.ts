/** A mark around a text: JSON has one, Python two. */
export const isQuote = (char: string): boolean => char === '"' || char === "'";

/** How many backslashes stand at a place. */
export function countSlashes(text: string, from: number): number {
  let at = from;
  while (text[at] === '\\') at++;
  return at - from;
}

/** Where a text ends whose inside begins at `from`. The more often it is escaped, the more backslashes its own quotes have. */
export function findEnd(text: string, from: number, quote: string): number {
  const slashes = quote.length - 1;
  const mark = quote[slashes] ?? '';
  for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + 1)) {
    let before = 0;
    while (at - before > from && text[at - before - 1] === '\\') before++;
    // The text around it ends here.
    if (before < slashes) return at - before;
    if (((before - slashes) / (slashes + 1)) % 2 === 0) return at + 1;
  }
  return text.length;
}

/** Where an object, a list or a call ends that begins at `start` and whose names are quoted so; where the text around it ends, if that comes first. */
export function findClose(text: string, start: number, quote: string): number {
  // JSON has no round brackets: one in it that nothing quotes ends no object.
  const [opening, closing] = text[start] === '(' ? ['([{', ')]}'] : ['[{', ']}'];
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '\\' || isQuote(char)) {
      const slashes = countSlashes(text, at);
      if (!isQuote(text[at + slashes] ?? '')) at += Math.max(0, slashes - 1);
      else if (slashes + 1 < quote.length) return at;
      else at = findEnd(text, at + slashes + 1, text.slice(at, at + slashes + 1)) - 1;
    } else if (opening.includes(char)) depth++;
    else if (closing.includes(char) && --depth === 0) return at + 1;
  }
  return text.length;
}
