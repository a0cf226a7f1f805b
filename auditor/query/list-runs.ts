import { z } from 'zod';
import type { RunChain } from '../model/run.ts';
import type { TickSummary } from '../model/tick.ts';
import { storeQuery } from '../store/store-query.ts';
import { type Page, parseCursor, toCursor } from './cursor.ts';
import type { ChainKey } from './find-chain-key.ts';
import { readChain } from './get-chain.ts';
import type { Index } from './open-index.ts';
import { type ChainRow, type RunFilter, selectChains } from './select-chains.ts';
import { findTickSummary } from './tick-rows.ts';

/** A chain as lists show it. */
export type RunListItem = RunChain & {
  /** RFC 3339, of the first run that is stored. */
  readonly startedAt: string;
  /** RFC 3339, of the newest event that is stored. */
  readonly lastEventTime: string;
  /** Absent when: no tick is stored yet. */
  readonly lastTick?: TickSummary;
};

export type RunWindow = RunFilter & {
  /** At most 500. Absent when: 50. */
  readonly limit?: number | undefined;
  /** `nextCursor` of the page before. Absent when: the first page. */
  readonly cursor?: string | undefined;
};

/** The newest run of the page before, and the newest run that was stored when the first page was read. */
const placeSchema = z.tuple([z.int(), z.int(), z.int()]);

/**
 * Chains, the one with the most recently started run first.
 *
 * Pages show the list as it was when its first page was read: what is stored meanwhile moves nothing, it is on top of the next first page.
 * Throws: TickscopeError `wrong-usage` for a cursor that is not one of this list.
 */
export function listRuns(index: Index, { limit = 50, cursor, ...filter }: RunWindow = {}): Page<RunListItem> {
  const place = cursor === undefined ? undefined : parseCursor('runs', placeSchema, cursor);
  const size = Math.min(Math.max(limit, 1), 500);
  const rows = index.all(selectChains(filter, place).limit(size + 1));
  const items = rows.slice(0, size).map((row) => toListItem(index, row));
  const last = rows[size - 1];
  if (last === undefined || rows.length <= size) return { items };
  const asOf = place?.[2] ?? findNewestId(index);
  return { items, nextCursor: toCursor('runs', [last.started_at_micros, last.id, asOf]) };
}

function findNewestId(index: Index): number {
  const row = index.first(storeQuery.selectFrom('run').select(({ fn }) => fn.max('id').as('newest')));
  return row?.newest ?? 0;
}

function toListItem(index: Index, row: ChainRow): RunListItem {
  const chain = readChain(index, row);
  const startedAt = chain.runs[0]?.startedAt ?? '';
  const last = findTickSummary(index, row, 'newest');
  return {
    ...chain,
    startedAt,
    lastEventTime: findLastEventTime(index, row) ?? startedAt,
    ...(last ? { lastTick: last } : {}),
  };
}

function findLastEventTime(index: Index, key: ChainKey): string | undefined {
  const row = index.first(
    storeQuery
      .selectFrom('run')
      .select('last_event_at')
      .where('namespace', '=', key.namespace)
      .where('workflow_id', '=', key.workflow_id)
      .where('first_run_id', '=', key.first_run_id)
      .orderBy('started_at_micros', 'desc')
      .orderBy('id', 'desc')
      .limit(1),
  );
  return row?.last_event_at ?? undefined;
}
