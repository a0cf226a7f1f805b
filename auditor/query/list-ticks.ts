import type { TickSummary } from '../model/tick.ts';
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
