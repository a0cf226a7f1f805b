import { TickscopeError } from '../base/tickscope-error.ts';
import type { RunChain } from '../model/run.ts';
import type { Tick, TickSummary } from '../model/tick.ts';
import { RUN_COLUMNS, toRun } from '../store/run-row.ts';
import { storeQuery } from '../store/store-query.ts';
import { type ChainKey, type ChainName, findChainKey } from './find-chain-key.ts';
import { readChain } from './get-chain.ts';
import type { Index } from './open-index.ts';
import { readSpan, type StoredTick, tellTick } from './tell-tick.ts';
import { findTickSummary, SUMMARY_COLUMNS, tickRows, ticksOfChain, toTickSummary } from './tick-rows.ts';

export type TickName = ChainName & { readonly tick: number };

/** One tick with its tree and answer, and its neighbours in the chain. */
export type TickPage = {
  readonly chain: RunChain;
  readonly tick: Tick;
  /** Absent when: the first of the chain. */
  readonly previous?: TickSummary;
  /** Absent when: the newest stored. */
  readonly next?: TickSummary;
};

/**
 * Throws: TickscopeError `run-not-indexed`, `ambiguous-run`; `tick-not-found` with the ticks that exist.
 */
export function getTick(index: Index, { tick, ...name }: TickName): TickPage {
  const key = findChainKey(index, name);
  const found = readTick(index, key, tick);
  const previous = findTickSummary(index, key, { before: tick });
  const next = findTickSummary(index, key, { after: tick });
  return {
    chain: readChain(index, key),
    tick: found,
    ...(previous ? { previous } : {}),
    ...(next ? { next } : {}),
  };
}

/** One tick of a chain that exists, told from its events. Throws: TickscopeError `tick-not-found`. */
export function readTick(index: Index, key: ChainKey, tick: number): Tick {
  const stored = findStoredTick(index, key, tick);
  return { ...stored.tick, ...tellTick(index, stored, readSpan(index, stored)) };
}

/** The row of a tick, and what was known before it. Throws: TickscopeError `tick-not-found`. */
export function findStoredTick(index: Index, key: ChainKey, tick: number): StoredTick {
  const row = index.first(
    tickRows(key, tick)
      .leftJoin('worker as before', 'before.id', 'tick.worker_before_id')
      .select([...SUMMARY_COLUMNS, 'tick.run_pk', 'tick.adapter', 'tick.remembered_json'])
      .select(['before.identity as identity_before', 'before.build_id as build_id_before']),
  );
  if (!row) throw tickNotFound(index, key, tick);
  const run = index.first(storeQuery.selectFrom('run').select(RUN_COLUMNS).where('id', '=', row.run_pk));
  if (!run) throw new Error('a tick without its run');
  return {
    ...{ runPk: row.run_pk, run: toRun(run), tick: { ...toTickSummary(row), adapter: row.adapter } },
    ...(row.identity_before ? { workerBefore: row.identity_before } : {}),
    ...(row.build_id_before ? { buildIdBefore: row.build_id_before } : {}),
    ...(row.remembered_json === null ? {} : { remembered: JSON.parse(row.remembered_json) }),
  };
}

function tickNotFound(index: Index, key: ChainKey, tick: number): TickscopeError {
  const range = index.first(
    ticksOfChain(key).select(({ fn }) => [
      fn.min<number | null>('tick.tick').as('first'),
      fn.max<number | null>('tick.tick').as('last'),
    ]),
  );
  const exists =
    range === undefined || range.first === null
      ? `No tick of it is stored yet. Try: tickscope pull ${key.workflow_id}`
      : `It has ticks ${range.first} to ${range.last}.`;
  return new TickscopeError('tick-not-found', `Workflow ${key.workflow_id} has no tick ${tick}. ${exists}`);
}
