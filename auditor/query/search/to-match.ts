import type { SearchQuery, Term } from './search-query.ts';
import { quote } from './split-search.ts';

/**
 * The terms of a search as an FTS5 expression. Every text is quoted, so that nothing in it is an operator.
 *
 * Absent when: the search names no word. Source: https://sqlite.org/fts5.html#full_text_query_syntax
 */
export function toMatch({ groups, excluded }: Pick<SearchQuery, 'groups' | 'excluded'>): string | undefined {
  if (groups.length === 0) return undefined;
  const wanted = groups.map((group) => `(${group.map(toText).join(' OR ')})`).join(' AND ');
  return excluded.length === 0 ? wanted : `(${wanted}) NOT (${excluded.map(toText).join(' OR ')})`;
}

/** The excluded terms alone, any of them. Absent when: none is. */
export function toExcludedMatch({ excluded }: Pick<SearchQuery, 'excluded'>): string | undefined {
  return excluded.length === 0 ? undefined : excluded.map(toText).join(' OR ');
}

function toText({ kind, text }: Term): string {
  return kind === 'prefix' ? `${quote(text)}*` : quote(text);
}
