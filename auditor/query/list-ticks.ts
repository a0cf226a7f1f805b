import { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { TickSummary } from '../model/tick.ts';
import { type Page, parseCursor, toCursor } from './cursor.ts';
import { type ChainName, findChainKey } from './find-chain-key.ts';
import type { Index } from './open-index.ts';
import { SUMMARY_COLUMNS, ticksOfChain, toTickSummary } from './tick-rows.ts';

export type TickWindow = ChainName & {
  /** First tick wanted. Absent when: from the first of the chain. */
  readonly fromTick?: number | undefined;
  /** At most 5,000. Absent when: 500. */
  readonly limit?: number | undefined;
};

/**
 * A window of a chain's ticks, through continue-as-new. The next window starts at the last tick + 1.
 *
 * Order: by tick. Where a reset made a number twice, the tick of the newer run is given.
 * Throws: TickscopeError `run-not-indexed`.
 */
export function listTicks(
  index: Index,
  { fromTick = 0, limit = 500, ...name }: TickWindow,
): readonly TickSummary[] {
  const rows = index.all(
    ticksOfChain(findChainKey(index, name))
      .select(SUMMARY_COLUMNS)
      // SQLite takes the other columns from the row that has the maximum: of two ticks with one number, that of the newer run.
      .select(({ fn }) => fn.max('run.started_at_micros').as('newest'))
      .where('tick.tick', '>=', fromTick)
      .groupBy('tick.tick')
      .orderBy('tick.tick')
      .limit(Math.min(Math.max(limit, 1), 5000)),
  );
  return rows.map(toTickSummary);
}

/**
 * The same as pages of at most 1,000 that a cursor joins.
 *
 * Throws: TickscopeError `run-not-indexed`, `ambiguous-run`; `wrong-usage` for a cursor of another list, or one beside `fromTick`.
 */
export function listTickPage(
  index: Index,
  { cursor, limit = 500, ...window }: TickWindow & { readonly cursor?: string | undefined },
): Page<TickSummary> {
  const size = Math.min(Math.max(limit, 1), 1000);
  const [fromTick] = cursor === undefined ? [window.fromTick] : readPlace(cursor, window.fromTick);
  const ticks = listTicks(index, { ...window, fromTick, limit: size + 1 });
  const next = ticks[size];
  return next === undefined
    ? { items: ticks }
    : { items: ticks.slice(0, size), nextCursor: toCursor('ticks', [next.tick]) };
}

function readPlace(cursor: string, fromTick: number | undefined): readonly [number] {
  if (fromTick === undefined) return parseCursor('ticks', z.tuple([z.int()]), cursor);
  throw new TickscopeError('wrong-usage', 'Give a cursor or a first tick, not both.');
}
