import { TickscopeError } from '../base/tickscope-error.ts';
import type { Answer } from '../model/answer.ts';
import type { Decision } from '../model/decision.ts';
import type { RunChain } from '../model/run.ts';
import type { Tick, TickSummary } from '../model/tick.ts';
import { type ChainKey, type ChainName, findChainKey } from './find-chain-key.ts';
import { readChain } from './get-chain.ts';
import type { Index } from './open-index.ts';
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

/** One tick of a chain that exists. Throws: TickscopeError `tick-not-found`. */
export function readTick(index: Index, key: ChainKey, tick: number): Tick {
  const row = index.first(
    tickRows(key, tick).select([...SUMMARY_COLUMNS, 'tick.adapter', 'tick.tree_json', 'tick.answer_json']),
  );
  if (!row) throw tickNotFound(index, key, tick);
  const tree: readonly Decision[] = JSON.parse(row.tree_json);
  const answer: Answer = JSON.parse(row.answer_json);
  return { ...toTickSummary(row), adapter: row.adapter, tree, answer };
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
