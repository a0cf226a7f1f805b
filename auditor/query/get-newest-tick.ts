import { TickscopeError } from '../base/tickscope-error.ts';
import { type ChainName, findChainKey } from './find-chain-key.ts';
import type { Index } from './open-index.ts';
import { findTickSummary } from './tick-rows.ts';

/**
 * Number of the newest tick of a chain.
 *
 * Throws: TickscopeError `run-not-indexed`, `ambiguous-run`; `tick-not-found` when the chain has none.
 */
export function getNewestTick(index: Index, name: ChainName): number {
  const newest = findTickSummary(index, findChainKey(index, name), 'newest');
  if (newest) return newest.tick;
  throw new TickscopeError(
    'tick-not-found',
    `Workflow ${name.workflowId} has no tick yet. Try: tickscope pull ${name.workflowId}`,
  );
}
