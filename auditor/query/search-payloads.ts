import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import { createEventReader } from './create-event-reader.ts';
import { type Page, parseCursor, toCursor } from './cursor.ts';
import type { Index } from './open-index.ts';
import { parseEventType } from './parse-event-type.ts';
import type { ListCandidates } from './search/candidate.ts';
import { collectHits } from './search/collect-hits.ts';
import { listByRank } from './search/list-words.ts';
import { type Driver, openSearch, toDriver } from './search/open-search.ts';
import { parseSearch } from './search/parse-search.ts';
import type { SearchQuery } from './search/search-query.ts';
import { findRuns } from './search/search-runs.ts';
import type { SearchScope } from './search/search-scope.ts';
import type { SearchHit } from './search/to-hit.ts';

export type Search = {
  /** Words, "phrases", filters: see docs/search.md. */
  readonly text: string;
  /** At most 200. Absent when: 20. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
};

/** Hits, and how they were found. */
export type SearchPage = Page<SearchHit> & {
  /** `best-first` where all matches could be weighed, else `newest-first`. */
  readonly order: 'best-first' | 'newest-first';
  /** Hits of all pages, those of this page included. Absent when: this is not the first page. */
  readonly hitCount?: number;
  /** Whether there are, or may be, more hits than `hitCount`: counting stops at a bound. */
  readonly isMore: boolean;
  /** Candidates that were looked at for this page. A page may be short, or empty, and go on all the same. */
  readonly scanned: number;
};

/**
 * Finds events by what they say: full text over decoded payloads, messages, failures and summaries, with filters and conditions on fields.
 *
 * A cursor names the last hit of a page, so that events which came since neither move hits nor show one twice.
 *
 * Throws: TickscopeError `wrong-usage` for a search or cursor that cannot be read.
 */
export function searchPayloads(index: Index, { text, limit = 20, cursor }: Search): SearchPage {
  const query = withEventType(index, parseSearch(text));
  const scope = { query, runs: findRuns(index, query.filters) };
  const from = cursor === undefined ? undefined : readCursor(cursor, text, toDriver(query));
  const { order, list } = open(index, scope, from?.order);
  const { next, ...found } = collectHits(
    { ...scope, index, read: createEventReader(index) },
    { list, after: from?.place, limit: Math.min(Math.max(limit, 1), 200) },
  );
  if (next === undefined) return { ...found, order };
  return { ...found, order, nextCursor: toCursor('search', [order, crc32(text), ...next]) };
}

function withEventType(index: Index, query: SearchQuery): SearchQuery {
  const { eventType } = query.filters;
  if (eventType === undefined) return query;
  return { ...query, filters: { ...query.filters, eventType: parseEventType(index, eventType) } };
}

type Order = SearchPage['order'];

const orderSchema = z.enum(['best-first', 'newest-first']);
const cursorSchema = z.tuple([orderSchema, z.int()], z.int());

/** Columns by which a list is ordered. */
const PLACE_LENGTH: Readonly<Record<Driver, number>> = {
  tools: 4,
  models: 3,
  groups: 2,
  words: 1,
  events: 1,
};
const RANKED_LENGTH = 2;

/** Throws: TickscopeError `wrong-usage` for the cursor of another list or another search. */
function readCursor(cursor: string, text: string, driver: Driver) {
  const [order, sum, ...place] = parseCursor('search', cursorSchema, cursor);
  const length = order === 'best-first' && driver === 'words' ? RANKED_LENGTH : PLACE_LENGTH[driver];
  if (sum === crc32(text) && place.length === length) return { order, place };
  throw new TickscopeError('wrong-usage', 'The cursor belongs to another search. Begin again without it.');
}

/** A search goes on in the order in which it began, however many matches there are by now. */
function open(
  index: Index,
  scope: SearchScope,
  order: Order | undefined,
): { order: Order; list: ListCandidates } {
  const { weighed, list } = openSearch(
    index,
    scope,
    order === 'best-first' ? Number.POSITIVE_INFINITY : undefined,
  );
  if (weighed === undefined || order === 'newest-first') return { order: 'newest-first', list };
  return { order: 'best-first', list: listRanked(index, weighed, scope) };
}

/** All matches at once. The last hit of a page is found again by its row, wherever it stands by now. */
function listRanked(index: Index, match: string, scope: SearchScope): ListCandidates {
  return (after) => {
    const all = listByRank(index, match, scope).map(({ place, ...rest }, at) => ({
      ...rest,
      place: [...place, at],
    }));
    const [row, at = -1] = after ?? [];
    const found = all.findIndex(({ place }) => place[0] === row);
    return { candidates: all.slice((found < 0 ? at : found) + 1), isLast: true };
  };
}
