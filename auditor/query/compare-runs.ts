import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { alignTicks } from '../comparison/align-ticks.ts';
import { diffTicks } from '../comparison/diff-ticks.ts';
import { IGNORED_KEYS } from '../comparison/ignored-keys.ts';
import type { Alignment, Difference, TickPair } from '../model/comparison.ts';
import type { TickSummary } from '../model/tick.ts';
import { type ComparedTicks, compareTicks, readComparable } from './compare-ticks.ts';
import { parseCursor, toCursor } from './cursor.ts';
import { type ChainKey, type ChainName, findChainKey } from './find-chain-key.ts';
import { listTicks } from './list-ticks.ts';
import type { Index } from './open-index.ts';

/** Two ticks that belong together and differ, or one without a partner. */
export type DifferingPair = TickPair & {
  /** What differs, by name: `model call 1, instructions`. Empty when: one of them is missing. */
  readonly whats: readonly string[];
};

/** A chain that was compared. */
export type ComparedChain = {
  readonly namespace: string;
  readonly workflowId: string;
  readonly firstRunId: string;
};

/** A part of the pairs. */
export type PairWindow = {
  /** Most pairs that are compared. Absent when: all. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
};

/** Two runs, tick by tick, or a part of their ticks. */
export type ComparedRuns = {
  readonly a: ComparedChain;
  readonly b: ComparedChain;
  readonly alignment: Alignment;
  /** All pairs of the two runs. */
  readonly pairCount: number;
  /** Pairs that were compared here; what follows is of these. */
  readonly comparedCount: number;
  readonly sameCount: number;
  /** The first of `differing` in full. Absent when: no pair differs, or its partner is missing. */
  readonly first?: ComparedTicks;
  /** Order: by tick. At most 1,000. */
  readonly differing: readonly DifferingPair[];
  /** Differing pairs that are not listed. */
  readonly left: number;
  /** Members of payloads that were left out, since any two runs differ in them. */
  readonly ignored: readonly string[];
  /** Opaque: hand it back as `cursor` for the pairs after these. Absent when: these are the last. */
  readonly nextCursor?: string;
};

const MOST_LISTED = 1_000;
const TICKS_AT_ONCE = 5_000;

/**
 * Compares the ticks of two chains; the first difference first. Costs as much as reading those that are compared.
 *
 * Throws: TickscopeError `run-not-indexed`, `ambiguous-run`; `wrong-usage` for a cursor of something else.
 */
export function compareRuns(
  index: Index,
  nameA: ChainName,
  nameB: ChainName,
  { limit = Number.POSITIVE_INFINITY, cursor }: PairWindow = {},
): ComparedRuns {
  const [a, b] = [findChainKey(index, nameA), findChainKey(index, nameB)];
  const { alignment, pairs } = alignTicks(listAllTicks(index, nameA), listAllTicks(index, nameB));
  const sum = crc32(JSON.stringify([a, b]));
  const schema = z.tuple([z.literal(sum), z.int().min(0)]);
  const [, start] = cursor === undefined ? [sum, 0] : parseCursor('compare', schema, cursor);
  const compared = pairs.slice(start, start + limit);
  const differing: DifferingPair[] = [];
  let [sameCount, left] = [0, 0];
  for (const pair of compared) {
    const whats = findDifferences(index, a, b, pair);
    if (whats === 'same') sameCount += 1;
    else if (differing.length < MOST_LISTED) differing.push({ ...pair, whats });
    else left += 1;
  }
  const first = toFirst(index, nameA, nameB, differing);
  return {
    ...{
      a: toChain(a),
      b: toChain(b),
      alignment,
      pairCount: pairs.length,
      comparedCount: compared.length,
      sameCount,
      differing,
      left,
      ignored: [...IGNORED_KEYS],
    },
    ...(first === undefined ? {} : { first }),
    ...(start + limit < pairs.length ? { nextCursor: toCursor('compare', [sum, start + limit]) } : {}),
  };
}

const toChain = (key: ChainKey): ComparedChain => ({
  ...{ namespace: key.namespace, workflowId: key.workflow_id, firstRunId: key.first_run_id },
});

function findDifferences(index: Index, a: ChainKey, b: ChainKey, pair: TickPair): readonly string[] | 'same' {
  if (pair.a === undefined || pair.b === undefined) return [];
  const differences: readonly Difference[] = diffTicks(
    readComparable(index, a, pair.a).comparable,
    readComparable(index, b, pair.b).comparable,
  );
  return differences.length === 0 ? 'same' : differences.map(({ what }) => what);
}

function toFirst(index: Index, a: ChainName, b: ChainName, [first]: readonly DifferingPair[]) {
  if (first?.a === undefined || first.b === undefined) return undefined;
  return compareTicks(index, { ...a, tick: first.a }, { ...b, tick: first.b });
}

function listAllTicks(index: Index, name: ChainName): readonly TickSummary[] {
  const all: TickSummary[] = [];
  for (let fromTick = 0; ; fromTick = (all.at(-1)?.tick ?? 0) + 1) {
    const page = listTicks(index, { ...name, fromTick, limit: TICKS_AT_ONCE });
    all.push(...page);
    if (page.length < TICKS_AT_ONCE) return all;
  }
}
