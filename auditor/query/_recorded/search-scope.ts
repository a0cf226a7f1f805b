import type { Index } from '../open-index.ts';
import { parseSearch } from '../search/parse-search.ts';
import { findRuns } from '../search/search-runs.ts';
import type { SearchScope } from '../search/search-scope.ts';

/** What a search asks for, as the lists of candidates take it. */
export function toSearchScope(index: Index, text: string): SearchScope {
  const query = parseSearch(text);
  return { query, runs: findRuns(index, query.filters) };
}
