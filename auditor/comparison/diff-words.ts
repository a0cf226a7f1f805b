import { diffLines, diffWordsWithSpace } from 'diff';
import type { TextPart } from '../model/comparison.ts';

/** Beyond this, words are not compared with words but lines with lines: word diffs of a book take minutes. */
const MOST_CHARACTERS_BY_WORD = 20_000;

/** The library gives up where two texts have less in common than this many steps can tell. */
const MOST_EDITS = 5_000;

/** Text that both have is folded to this at each side of a difference. */
const CONTEXT = 60;

/**
 * Two texts word by word, common stretches folded to what stands beside a difference.
 *
 * Empty when: they are equal. Texts that have next to nothing in common are given whole, one after the other.
 */
export function diffTexts(a: string, b: string): readonly TextPart[] {
  if (a === b) return [];
  const long = a.length + b.length > MOST_CHARACTERS_BY_WORD;
  const options = { maxEditLength: MOST_EDITS };
  const changes = long ? diffLines(a, b, options) : diffWordsWithSpace(a, b, options);
  const parts: TextPart[] = changes
    ? changes.map(({ value, added, removed }) => ({
        side: added ? 'b' : removed ? 'a' : 'both',
        text: value,
      }))
    : [
        { side: 'a', text: a },
        { side: 'b', text: b },
      ];
  return parts.map((part, index) => (part.side === 'both' ? fold(part, index, parts.length) : part));
}

function fold({ side, text }: TextPart, index: number, count: number): TextPart {
  const before = index === 0 ? '' : text.slice(0, CONTEXT);
  const after = index === count - 1 ? '' : text.slice(-CONTEXT);
  if (text.length <= before.length + after.length + 20) return { side, text };
  return { side, text: `${before} … ${after}`.trim() };
}
