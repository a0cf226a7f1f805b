import { isRareEventType } from '../../store/rare-values.ts';
import type { Index } from '../open-index.ts';
import type { Batch, ListCandidates } from './candidate.ts';
import { listEvents } from './list-events.ts';
import { listGroups } from './list-groups.ts';
import { listModelCalls } from './list-model-calls.ts';
import { listToolCalls } from './list-tool-calls.ts';
import { listByWords, listMatches } from './list-words.ts';
import { TOOL_STATUSES } from './parse-search.ts';
import { findRanges, listByRanges } from './row-ranges.ts';
import { type KeepSaid, keepAmong, keepSaying } from './said-words.ts';
import type { SearchQuery } from './search-query.ts';
import type { SearchScope } from './search-scope.ts';
import { toExcludedMatch, toMatch } from './to-match.ts';

/** What is gone through for hits. */
export type Driver = 'tools' | 'models' | 'groups' | 'words' | 'events';

/** More matches than this are not weighed: the newest come first, and the page says so. */
const MOST_WEIGHED = 2_000;

/** More matches than this are looked up part by part: so many at once cost about a millisecond. */
const MOST_LISTED = 10_000;

/** What is asked for decides what is gone through: the smallest list that holds all hits. */
export function toDriver({ filters, groups, fields }: SearchQuery): Driver {
  const { tool, model, framework, groupKind, callKind, status, eventType } = filters;
  if (callKind === 'model-call') return 'models';
  if (tool !== undefined || fields.length > 0 || callKind === 'tool-call') return 'tools';
  if (TOOL_STATUSES.some((one) => one === status)) return 'tools';
  if (model !== undefined || framework !== undefined) return 'models';
  if (groupKind !== undefined || status !== undefined) return 'groups';
  const isRare = eventType !== undefined && isRareEventType(eventType);
  return groups.length > 0 && !isRare ? 'words' : 'events';
}

/** A list of candidates, and whether it can be weighed. */
export type OpenSearch = {
  /** The words as an FTS5 expression, where so few events say them that all can be weighed, and words are what is gone through. */
  readonly weighed?: string;
  readonly list: ListCandidates;
};

/**
 * Looks up how often the words are said, and chooses how candidates are found. `mostWeighed`: a search that goes on is weighed as it was
 * begun, however many events say the words by now.
 */
export function openSearch(index: Index, scope: SearchScope, mostWeighed = MOST_WEIGHED): OpenSearch {
  const driver = toDriver(scope.query);
  const match = toMatch(scope.query);
  if (driver === 'words' && match !== undefined) {
    const isMany = listMatches(index, match, MOST_WEIGHED + 1).length > mostWeighed;
    return { list: listWordsFrom(index, scope, match), ...(isMany ? {} : { weighed: match }) };
  }
  const rows = match === undefined ? [] : listMatches(index, match, MOST_LISTED + 1);
  const said = match === undefined || rows.length > MOST_LISTED ? match : new Set(rows);
  const keeps = listKeeps(index, scope, said);
  const list = listFrom(index, scope, driver);
  return { list: (after) => keepAll(list(after), keeps) };
}

function listFrom(index: Index, scope: SearchScope, driver: Driver): ListCandidates {
  if (driver === 'tools') return (after) => listToolCalls(index, scope, after);
  if (driver === 'models') return (after) => listModelCalls(index, scope, after);
  if (driver === 'groups') return (after) => listGroups(index, scope, after);
  return listFromRanges(index, scope, (ranges, limit) => listEvents(index, scope, ranges, limit));
}

const listWordsFrom = (index: Index, scope: SearchScope, match: string): ListCandidates =>
  listFromRanges(index, scope, (ranges, limit) => listByWords(index, { match, scope, ranges, limit }));

function listFromRanges(
  index: Index,
  scope: SearchScope,
  list: Parameters<typeof listByRanges>[2],
): ListCandidates {
  return (after) => listByRanges((end) => findRanges(index, scope, end), after?.[0], list);
}

function listKeeps(
  index: Index,
  { query }: SearchScope,
  said: string | ReadonlySet<number> | undefined,
): readonly KeepSaid[] {
  if (typeof said === 'string') return [keepSaying(index, said, 'saying')];
  if (said !== undefined) return [keepAmong(said)];
  const excluded = toExcludedMatch(query);
  return excluded === undefined ? [] : [keepSaying(index, excluded, 'not-saying')];
}

const keepAll = (batch: Batch, keeps: readonly KeepSaid[]): Batch => ({
  ...batch,
  candidates: keeps.reduce((candidates, keep) => keep(candidates), batch.candidates),
});
