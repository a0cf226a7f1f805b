import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import { toSearchRow } from '../store/search-row.ts';
import { type Page, parseCursor, toCursor } from './cursor.ts';
import type { Index } from './open-index.ts';
import {
  type Candidate,
  listByRank,
  listByWords,
  listEvents,
  listGroups,
  listMatches,
  listModelCalls,
  listToolCalls,
  saysWords,
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

/** The same where the full-text table is asked for each of them. */
const MOST_ASKED = 200;
const BATCH = 100;

/** Columns by which a list is ordered. */
const LONGEST_PLACE = 5;

/**
 * Finds events by what they say: full text over decoded payloads, messages, failures and summaries, with filters and conditions on fields.
 *
 * Throws: TickscopeError `wrong-usage` for a search or cursor that cannot be read.
 */
export function searchPayloads(index: Index, { text, limit = 20, cursor }: Search): SearchPage {
  const query = parseSearch(text);
  const runs = findRuns(index, query.filters);
  const matches = findMatches(index, query, runs);
  const isByWords = toDriver(query) === 'words';
  const from = cursor === undefined ? undefined : readCursor(cursor, text);
  // A search goes on as it began, even where there are too many matches to weigh by now.
  const order = from?.order ?? (isByWords && matches?.isMore === false ? 'best-first' : 'newest-first');
  const asked: Asked = { query, runs, ...(matches && !isByWords ? { says: matches.says } : {}) };
  const found = collect(index, asked, {
    batches: listBatches(index, asked, order, from?.place),
    toCursor: (place) => toCursor('search', [order, crc32(text), ...place]),
    limit: Math.min(Math.max(limit, 1), 200),
    mostScanned: asked.says && matches?.isMore ? MOST_ASKED : MOST_SCANNED,
  });
  return {
    ...found,
    ...(matches && isByWords ? { matchCount: matches.count } : {}),
    ...{ order, isMore: isByWords && matches?.isMore === true },
  };
}

const ORDERS = ['best-first', 'newest-first'] as const;
const cursorSchema = z.tuple([z.enum(ORDERS), z.number()], z.number());

/** Throws: TickscopeError `wrong-usage` for the cursor of another list or another search. */
function readCursor(cursor: string, text: string) {
  const [order, sum, ...place] = parseCursor('search', cursorSchema, cursor);
  if (sum === crc32(text) && place.length <= LONGEST_PLACE) return { order, place };
  throw new TickscopeError('wrong-usage', 'The cursor belongs to another search. Begin again without it.');
}

type Matches = {
  readonly count: number;
  readonly isMore: boolean;
  readonly says: (runPk: number, eventId: number) => boolean;
};

/** Few matches are looked up once and kept; of many, each candidate is asked for alone. Absent when: no words are looked for. */
function findMatches(index: Index, query: SearchQuery, { range }: SearchRuns): Matches | undefined {
  const match = toMatch(query);
  if (match === undefined) return undefined;
  const rows = listMatches(index, match, MOST_WEIGHED + 1, range);
  const isMore = rows.length > MOST_WEIGHED;
  const kept = new Set(rows);
  const says: Matches['says'] = (runPk, eventId) =>
    isMore ? saysWords(index, match, runPk, eventId) : kept.has(toSearchRow(runPk, eventId));
  return { count: Math.min(rows.length, MOST_WEIGHED), isMore, says };
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
  const match = toMatch(asked.query);
  if (order === 'best-first' && match !== undefined) {
    yield listByRank(index, match, asked.runs.range).slice(start?.[0] ?? 0);
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

function listBatch(index: Index, { query, runs }: Asked, place: Place): readonly Candidate[] {
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
        match: toMatch(query) ?? '',
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
  {
    batches,
    limit,
    mostScanned,
    toCursor: toNext,
  }: {
    batches: Iterable<readonly Candidate[]>;
    limit: number;
    mostScanned: number;
    toCursor: (place: readonly number[]) => string;
  },
): Collected {
  const items: SearchHit[] = [];
  let scanned = 0;
  for (const batch of batches) {
    for (const candidate of batch) {
      scanned += 1;
      const hit = toHit(index, candidate, asked);
      if (hit) items.push(hit);
      if (items.length < limit && scanned < mostScanned) continue;
      return { items, scanned, nextCursor: toNext(candidate.place) };
    }
  }
  return { items, scanned };
}
