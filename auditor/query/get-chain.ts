import { parseTimeMicros } from '../base/units.ts';
import type { RunChain } from '../model/run.ts';
import { storeQuery } from '../store/store-query.ts';
import { type ChainKey, type ChainName, findChainKey } from './find-chain-key.ts';
import type { Index } from './open-index.ts';
import { RUN_COLUMNS, toRun } from './to-run.ts';

/**
 * All runs that continued each other, oldest first.
 *
 * Throws: TickscopeError `run-not-indexed`.
 */
export function getChain(index: Index, name: ChainName): RunChain {
  return readChain(index, findChainKey(index, name));
}

/** The chain of a key that is known to exist. */
export function readChain(index: Index, key: ChainKey): RunChain {
  const runs = index
    .all(
      storeQuery
        .selectFrom('run')
        .select(RUN_COLUMNS)
        .where('namespace', '=', key.namespace)
        .where('workflow_id', '=', key.workflow_id)
        .where('first_run_id', '=', key.first_run_id),
    )
    .map(toRun)
    .sort((a, b) => parseTimeMicros(a.startedAt) - parseTimeMicros(b.startedAt));
  const newest = runs.at(-1);
  return {
    namespace: key.namespace,
    workflowId: key.workflow_id,
    firstRunId: key.first_run_id,
    workflowType: newest?.workflowType ?? '',
    status: newest?.status ?? 'unknown',
    runs,
    tickCount: countTicks(index, key),
  };
}

function countTicks(index: Index, key: ChainKey): number {
  const counted = index.first(
    storeQuery
      .selectFrom('tick')
      .innerJoin('run', 'run.id', 'tick.run_pk')
      .select(({ fn }) => fn.count<number>('tick.tick').distinct().as('count'))
      .where('run.namespace', '=', key.namespace)
      .where('run.workflow_id', '=', key.workflow_id)
      .where('run.first_run_id', '=', key.first_run_id),
  );
  return counted?.count ?? 0;
}
