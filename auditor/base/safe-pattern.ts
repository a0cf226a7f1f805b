const LONGEST_PATTERN = 200;

/** Longer texts match no pattern of a user: one may take the square of their length. */
const LONGEST_TEXT = 300;

/** What speaks against a regular expression of a user: it is none, or could take very long. Absent when: nothing does. */
export function findPatternFault(pattern: string): string | undefined {
  if (pattern.length > LONGEST_PATTERN) return `is longer than ${LONGEST_PATTERN} characters`;
  const plain = pattern.replace(/\\[^1-9k]/g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/\\[1-9k]|\(\?(?!:)/.test(plain)) return 'has a back reference, a look-around or a name';
  if (/\)[*+{]/.test(plain)) return 'repeats a group';
  if (count(plain, /[*+{]/g) > 2) return 'repeats more than twice';
  // Each of these may double the ways in which a text can fail to match.
  if (count(plain, /[?(]/g) - count(plain, /\(\?:/g) > 6)
    return 'has more than six groups and optional parts';
  try {
    return new RegExp(pattern, 'u') instanceof RegExp ? undefined : 'is no regular expression';
  } catch {
    return 'is no regular expression';
  }
}

/** Whether a whole text fits. Throws: SyntaxError for a pattern with a fault. */
export function createMatcher(pattern: string): (text: string) => boolean {
  const whole = new RegExp(`^(?:${pattern})$`, 'u');
  return (text) => text.length <= LONGEST_TEXT && whole.test(text);
}

const count = (text: string, part: RegExp): number => text.match(part)?.length ?? 0;
