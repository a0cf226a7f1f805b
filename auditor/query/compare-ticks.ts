import { diffTicks } from '../comparison/diff-ticks.ts';
import { type ComparableTick, toComparable } from '../comparison/to-comparable.ts';
import type { Difference } from '../model/comparison.ts';
import type { TickSummary } from '../model/tick.ts';
import { type ChainKey, findChainKey } from './find-chain-key.ts';
import { findStoredTick, type TickName } from './get-tick.ts';
import type { Index } from './open-index.ts';
import { readSpan, tellTick } from './tell-tick.ts';

/** Two ticks side by side. */
export type ComparedTicks = {
  readonly a: TickSummary;
  readonly b: TickSummary;
  /** Order: as it happened in a, then what only b has. Empty when: nothing differs but what never counts. */
  readonly differences: readonly Difference[];
  /** Facts that two runs never share, and that are no difference: how long, how often, by which worker and code. */
  readonly apart: readonly { readonly what: string; readonly a: string; readonly b: string }[];
};

/**
 * What two ticks do not have in common: prompts and answers by words, arguments, results and facts by JSON path.
 *
 * Throws: TickscopeError `run-not-indexed`, `ambiguous-run`, `tick-not-found`.
 */
export function compareTicks(index: Index, a: TickName, b: TickName): ComparedTicks {
  const [one, other] = [
    readComparable(index, findChainKey(index, a), a.tick),
    readComparable(index, findChainKey(index, b), b.tick),
  ];
  return {
    a: one.tick,
    b: other.tick,
    differences: diffTicks(one.comparable, other.comparable),
    apart: toApart(one.tick, other.tick),
  };
}

/** A tick as it is compared. Throws: TickscopeError `tick-not-found`. */
export function readComparable(
  index: Index,
  key: ChainKey,
  tick: number,
): { readonly tick: TickSummary; readonly comparable: ComparableTick } {
  const stored = findStoredTick(index, key, tick);
  const read = readSpan(index, stored);
  const { adapter: _, ...summary } = stored.tick;
  return { tick: summary, comparable: toComparable(summary.runId, read.span, tellTick(index, stored, read)) };
}

function toApart(a: TickSummary, b: TickSummary): ComparedTicks['apart'] {
  const facts = [
    { what: 'duration, ms', a: String(a.durationMs), b: String(b.durationMs) },
    { what: 'interrupted', a: String(a.interrupted), b: String(b.interrupted) },
    { what: 'worker', a: a.workerIdentity ?? '', b: b.workerIdentity ?? '' },
    { what: 'workflow code', a: a.buildId ?? '', b: b.buildId ?? '' },
  ];
  return facts.filter((fact) => fact.a !== fact.b);
}
