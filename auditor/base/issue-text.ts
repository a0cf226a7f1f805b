/** What a schema of zod has to say against a value, by its shape: this folder depends on nobody. */
type Issue = {
  readonly code?: string | undefined;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly keys?: readonly string[];
  readonly format?: string;
};

const KINDS: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'number'],
  ['int', 'whole number'],
  ['boolean', 'true or false'],
  ['object', 'object'],
  ['record', 'object'],
  ['array', 'list'],
  ['date', 'date'],
]);

/**
 * What is wrong with a value, to stand behind its name: `is no whole number`. Quotes nothing of the value.
 *
 * Words that a schema gives itself stay; they begin with a small letter, those of zod with a capital.
 */
function toIssueText(issue: Issue): string {
  if (/^[^A-Z]/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return /received undefined$/.test(issue.message)
        ? 'is missing'
        : `is no ${KINDS.get(issue.expected ?? '') ?? issue.expected}`;
    case 'invalid_value':
      return `is none of: ${(issue.values ?? []).map(String).join(', ')}`;
    case 'too_small':
      return toSizeText(issue.origin ?? '', issue.minimum ?? 0, 'least');
    case 'too_big':
      return toSizeText(issue.origin ?? '', issue.maximum ?? 0, 'most');
    case 'invalid_format':
      return `is no ${issue.format === 'regex' ? 'text of the right form' : issue.format}`;
    case 'invalid_union':
      return 'is of none of the kinds that can stand here';
    default:
      return 'does not fit';
  }
}

function toSizeText(origin: string, size: number | bigint, bound: 'least' | 'most'): string {
  if (bound === 'least' && origin === 'string' && size === 1) return 'is empty';
  const unit =
    origin === 'string' ? ' characters' : ['array', 'set', 'map'].includes(origin) ? ' entries' : '';
  return unit === '' ? `must be at ${bound} ${size}` : `must have at ${bound} ${size}${unit}`;
}

/** All that is wrong, each by its path: `a.b is no number; unknown key a.c`. */
export const toIssueTexts = (issues: readonly Issue[]): string => issues.map(withPath).join('; ');

function withPath(issue: Issue): string {
  const at = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const keys = (issue.keys ?? []).map((key) => (at === '' ? key : `${at}.${key}`));
    return `unknown ${keys.length === 1 ? 'key' : 'keys'} ${keys.join(', ')}`;
  }
  return at === '' ? toIssueText(issue) : `${at} ${toIssueText(issue)}`;
}
