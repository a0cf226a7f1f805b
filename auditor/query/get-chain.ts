import type { Selectable } from 'kysely';
import type { ChainRun, RunChain } from '../model/run.ts';
import { RUN_COLUMNS, type RunRow, toRun } from '../store/run-row.ts';
import type { RunTable } from '../store/schema.ts';
import { storeQuery } from '../store/store-query.ts';
import { type ChainKey, type ChainName, findChainKey } from './find-chain-key.ts';
import type { Index } from './open-index.ts';
import { ticksOfChain } from './tick-rows.ts';

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
  const runs = rows.map(toChainRun);
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

/** What the index keeps of a run beside the facts of its history. */
const KEPT_COLUMNS = [
  'tick_count',
  'conflict_count',
  'lag_micros',
  'confirmed_at_micros',
  'model_call_count',
  'tool_call_count',
  'input_tokens',
  'output_tokens',
] as const;

type ChainRow = RunRow & Pick<Selectable<RunTable>, (typeof KEPT_COLUMNS)[number]>;

function toChainRun(row: ChainRow): ChainRun {
  return {
    ...toRun(row),
    conflicts: row.conflict_count,
    ...(row.lag_micros === null ? {} : { lagMs: row.lag_micros / 1000 }),
    ...(row.confirmed_at_micros === null
      ? {}
      : { confirmedAt: new Date(row.confirmed_at_micros / 1000).toISOString() }),
    ...{ modelCalls: row.model_call_count, toolCalls: row.tool_call_count },
    // A sum of nothing is 0; no call of a model takes or gives no token.
    ...(row.input_tokens === 0 ? {} : { inputTokens: row.input_tokens }),
    ...(row.output_tokens === 0 ? {} : { outputTokens: row.output_tokens }),
  };
}

/** Each subquery is one step into a primary key, however long the run is. */
const runsOfChain = (key: ChainKey) =>
  storeQuery
    .selectFrom('run')
    .select([...RUN_COLUMNS, ...KEPT_COLUMNS])
    .select(({ selectFrom }) => [
      selectFrom('tick')
        .select(({ fn }) => fn.min<number | null>('tick.tick').as('tick'))
        .whereRef('tick.run_pk', '=', 'run.id')
        .as('first_tick'),
      selectFrom('tick')
        .select(({ fn }) => fn.max<number | null>('tick.tick').as('tick'))
        .whereRef('tick.run_pk', '=', 'run.id')
        .as('last_tick'),
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
