import type { RunChain } from '../model/run.ts';
import { storeQuery } from '../store/store-query.ts';
import { type ChainKey, type ChainName, findChainKey } from './find-chain-key.ts';
import type { Index } from './open-index.ts';
import { ticksOfChain } from './tick-rows.ts';
import { RUN_COLUMNS, toRun } from './to-run.ts';

/**
 * All runs that continued each other, oldest first.
 *
 * Throws: TickscopeError `run-not-indexed`, `ambiguous-run`.
 */
export function getChain(index: Index, name: ChainName): RunChain {
  return readChain(index, findChainKey(index, name));
}

/** The chain of a key that is known to exist. */
export function readChain(index: Index, key: ChainKey): RunChain {
  const rows = index.all(runsOfChain(key));
  const runs = rows.map((row) => ({ ...toRun(row), conflicts: row.conflicts ?? 0 }));
  const newest = runs.at(-1);
  return {
    namespace: key.namespace,
    workflowId: key.workflow_id,
    firstRunId: key.first_run_id,
    workflowType: newest?.workflowType ?? '',
    status: newest?.status ?? 'unknown',
    runs,
    tickCount: isApart(rows)
      ? rows.reduce((sum, { tick_count }) => sum + tick_count, 0)
      : countDistinctTicks(index, key),
  };
}

/** Each subquery is one step into a primary key, however long the run is. */
const runsOfChain = (key: ChainKey) =>
  storeQuery
    .selectFrom('run')
    .select([...RUN_COLUMNS, 'tick_count'])
    .select(({ selectFrom }) => [
      selectFrom('tick')
        .select(({ fn }) => fn.min<number | null>('tick.tick').as('tick'))
        .whereRef('tick.run_pk', '=', 'run.id')
        .as('first_tick'),
      selectFrom('tick')
        .select(({ fn }) => fn.max<number | null>('tick.tick').as('tick'))
        .whereRef('tick.run_pk', '=', 'run.id')
        .as('last_tick'),
      selectFrom('event_conflict')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('event_conflict.run_pk', '=', 'run.id')
        .as('conflicts'),
    ])
    .where('namespace', '=', key.namespace)
    .where('workflow_id', '=', key.workflow_id)
    .where('first_run_id', '=', key.first_run_id)
    .orderBy('started_at_micros')
    .orderBy('id');

type TickRange = { readonly first_tick: number | null; readonly last_tick: number | null };

/** Whether no tick number can be in two runs. A reset makes numbers a second time. */
function isApart(rows: readonly TickRange[]): boolean {
  const ranges = rows
    .map(({ first_tick, last_tick }) => ({ first: first_tick ?? 0, last: last_tick ?? -1 }))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first);
  return ranges.every(({ first }, at) => at === 0 || first > (ranges[at - 1]?.last ?? 0));
}

function countDistinctTicks(index: Index, key: ChainKey): number {
  const counted = index.first(
    ticksOfChain(key).select(({ fn }) => fn.count<number>('tick.tick').distinct().as('count')),
  );
  return counted?.count ?? 0;
}
