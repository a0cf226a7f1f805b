import { TickscopeError } from '../../base/tickscope-error.ts';

/** A part of a search as it was written: a phrase in quotes, or what stands between blanks. */
export type SearchPart = {
  readonly kind: 'phrase' | 'plain';
  readonly text: string;
  readonly isExcluded: boolean;
  /** Where it begins, from 0, for messages. */
  readonly at: number;
};

const PART = /\s*(-?)(?:"((?:[^"]|"")*)"|([^\s"]+(?:"(?:[^"]|"")*")?))/uy;

/** What stands between quotes, in which `""` is a quote. */
export const unquote = (text: string): string => text.replaceAll('""', '"');

/** The other way round. */
export const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Cuts a search into its parts. Throws: TickscopeError `wrong-usage` with the place of a quote that does not end. */
export function splitSearch(text: string): readonly SearchPart[] {
  const parts: SearchPart[] = [];
  const pattern = new RegExp(PART);
  while (pattern.lastIndex < text.trimEnd().length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) throw toUnreadable(text, from + (text.slice(from).match(/^\s*/)?.[0].length ?? 0));
    const [whole, minus = '', phrase, plain = ''] = match;
    const at = from + whole.length - whole.trimStart().length;
    const isExcluded = minus === '-';
    parts.push(
      phrase === undefined
        ? { kind: 'plain', text: plain, isExcluded, at }
        : { kind: 'phrase', text: unquote(phrase), isExcluded, at },
    );
  }
  return parts;
}

function toUnreadable(text: string, at: number): TickscopeError {
  const message = `The search cannot be read from character ${at + 1} on: ${JSON.stringify(text.slice(at, at + 40))}. A quote must end.`;
  return new TickscopeError('wrong-usage', message);
}
