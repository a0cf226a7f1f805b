import type { Answer } from '../model/answer.ts';
import type { TickSummary } from '../model/tick.ts';
import { findChainKey } from './find-chain-key.ts';
import { readTick, type TickName } from './get-tick.ts';
import type { Index } from './open-index.ts';

/** The answer to one question, the same for page, command and API. */
export type ExplainedTick = {
  readonly question: string;
  readonly workflowId: string;
  /** Run in which the tick happened. */
  readonly runId: string;
  readonly summary: TickSummary;
  readonly answer: Answer;
};

/**
 * Why did it do that at this tick?
 *
 * Throws: TickscopeError `run-not-indexed`, `tick-not-found`.
 */
export function explainTick(index: Index, { tick, ...name }: TickName): ExplainedTick {
  const key = findChainKey(index, name);
  const { answer, tree: _, adapter: __, ...summary } = readTick(index, key, tick);
  return {
    question: `Why did ${key.workflow_id} do what it did at ${toPlace(summary)}?`,
    workflowId: key.workflow_id,
    runId: summary.runId,
    summary,
    answer,
  };
}

/** `tick 14`; a tick that goes by another name keeps its number beside it. */
function toPlace({ tick, label }: TickSummary): string {
  return label === `tick ${tick}` ? label : `tick ${tick} (${label})`;
}
