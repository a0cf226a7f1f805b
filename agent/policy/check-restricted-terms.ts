import type { GuardrailInput, RuleResult } from '../contract/guardrail.ts';

/** News of this kind makes any order a matter for people outside this agent. */
export const RESTRICTED_TERMS: readonly string[] = [
  'fraud',
  'SEC probe',
  'bankruptcy',
  'trading halt',
  'delisting',
];

// Headlines are others' text: full-width letters, soft hyphens and double blanks must not hide a term.
const toPlainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .toLowerCase();

/** Blocks while a headline holds a restricted term, whatever case or spacing it is written in. */
export function checkRestrictedTerms(input: GuardrailInput): RuleResult {
  const text = input.headlines.map((headline) => toPlainText(headline.text)).join('\n');
  const found = RESTRICTED_TERMS.filter((term) => text.includes(toPlainText(term)));
  return {
    rule: 'restricted-terms',
    outcome: found.length > 0 ? 'block' : 'pass',
    limit: [...RESTRICTED_TERMS],
    observed: found,
    unit: 'terms',
    explanation:
      found.length > 0
        ? `The headlines speak of ${found.join(', ')}.`
        : 'No headline holds a restricted term.',
  };
}
