import { z } from 'zod';
import { type Page, parseCursor, toCursor } from './cursor.ts';
import type { Index } from './open-index.ts';
import {
  type Candidate,
  countMatches,
  listByRank,
  listByWords,
  listEvents,
  listGroups,
  listModelCalls,
  listToolCalls,
} from './search/candidates.ts';
import { parseSearch } from './search/parse-search.ts';
import type { SearchQuery } from './search/search-query.ts';
import { findRuns, type SearchRuns } from './search/search-runs.ts';
import { type Asked, type SearchHit, toHit } from './search/to-hit.ts';
import { toMatch } from './search/to-match.ts';

export type Search = {
  /** Words, "phrases", filters: see docs/search.md. */
  readonly text: string;
  /** At most 200. Absent when: 20. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
};

/** Hits, and how they were found. */
export type SearchPage = Page<SearchHit> & {
  /** `best-first` where all matches could be weighed, else `newest-first`: the newest run and event first. */
  readonly order: 'best-first' | 'newest-first';
  /** Events that say the words, up to 2,000; filters are not counted in. Absent when: no words. */
  readonly matchCount?: number;
  /** Whether there are more than `matchCount`. */
  readonly isMore: boolean;
  /** Candidates that were looked at for this page. A page may be short, or empty, and go on all the same. */
  readonly scanned: number;
};

/** More matches than this are not weighed: the newest come first, and the page says so. */
const MOST_WEIGHED = 2_000;

/** Candidates of one page; what filters let through seldom must not keep a reader waiting. */
const MOST_SCANNED = 1_000;
const BATCH = 100;

/**
 * Finds events by what they say: full text over decoded payloads, messages, failures and summaries, with filters and conditions on fields.
 *
 * Throws: TickscopeError `wrong-usage` for a search or cursor that cannot be read.
 */
export function searchPayloads(index: Index, { text, limit = 20, cursor }: Search): SearchPage {
  const query = parseSearch(text);
  const runs = findRuns(index, query.filters);
  const match = toMatch(query);
  const isByWords = match !== undefined && toDriver(query) === 'words';
  const counted = isByWords ? countMatches(index, match, MOST_WEIGHED + 1, runs.range) : 0;
  const isMore = counted > MOST_WEIGHED;
  const order = isByWords && !isMore ? 'best-first' : 'newest-first';
  const place = cursor === undefined ? undefined : parseCursor('search', z.array(z.number()).max(5), cursor);
  const asked: Asked = { query, runs, isByWords, ...(match === undefined ? {} : { match }) };
  const found = collect(index, asked, {
    batches: listBatches(index, asked, order, place),
    limit: Math.min(Math.max(limit, 1), 200),
  });
  return {
    ...found,
    ...(isByWords ? { matchCount: Math.min(counted, MOST_WEIGHED) } : {}),
    ...{ order, isMore },
  };
}

type Driver = 'tools' | 'models' | 'groups' | 'words' | 'events';

/** What is asked for decides what is gone through: the smallest list that holds all hits. */
function toDriver({ filters, groups, fields }: SearchQuery): Driver {
  const { tool, model, framework, kind, status } = filters;
  if (tool !== undefined || fields.length > 0 || kind === 'tool-call') return 'tools';
  if (model !== undefined || framework !== undefined || kind === 'model-call') return 'models';
  if (kind !== undefined || status !== undefined) return 'groups';
  return groups.length > 0 ? 'words' : 'events';
}

type Place = readonly number[] | undefined;

function* listBatches(
  index: Index,
  asked: Asked,
  order: SearchPage['order'],
  start: Place,
): Generator<readonly Candidate[], undefined> {
  if (order === 'best-first' && asked.match !== undefined) {
    yield listByRank(index, asked.match, asked.runs.range).slice(start?.[0] ?? 0);
    return;
  }
  let place = start;
  for (;;) {
    const batch = listBatch(index, asked, place);
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    place = batch.at(-1)?.place;
  }
}

function listBatch(index: Index, { query, match, runs }: Asked, place: Place): readonly Candidate[] {
  const filters = { ...query.filters, ...toKeys(runs) };
  switch (toDriver(query)) {
    case 'tools':
      return listToolCalls(index, filters, place, BATCH);
    case 'models':
      return listModelCalls(index, filters, place, BATCH);
    case 'groups':
      return listGroups(index, filters, place, BATCH);
    case 'events':
      return listEvents(index, filters, place, BATCH);
    case 'words': {
      const [before] = place ?? [];
      const range = runs.range === undefined ? {} : { range: runs.range };
      return listByWords(index, {
        match: match ?? '',
        limit: BATCH,
        ...range,
        ...(before === undefined ? {} : { before }),
      });
    }
  }
}

const toKeys = ({ few }: SearchRuns) => (few === undefined ? {} : { runPks: few });

type Collected = Pick<SearchPage, 'items' | 'nextCursor' | 'scanned'>;

function collect(
  index: Index,
  asked: Asked,
  { batches, limit }: { batches: Iterable<readonly Candidate[]>; limit: number },
): Collected {
  const items: SearchHit[] = [];
  let scanned = 0;
  for (const batch of batches) {
    for (const candidate of batch) {
      scanned += 1;
      const hit = toHit(index, candidate, asked);
      if (hit) items.push(hit);
      if (items.length < limit && scanned < MOST_SCANNED) continue;
      return { items, scanned, nextCursor: toCursor('search', candidate.place) };
    }
  }
  return { items, scanned };
}
