import { TickscopeError } from '../base/tickscope-error.ts';
import { storeQuery } from '../store/store-query.ts';
import type { Index } from './open-index.ts';

/** Which runs belong together. */
export type ChainKey = {
  readonly namespace: string;
  readonly workflow_id: string;
  readonly first_run_id: string;
};

/** What a reader names: a workflow id, and a run where that is not enough. */
export type ChainName = {
  readonly workflowId: string;
  /** Any run of the chain. Absent when: the newest chain of that workflow id is meant. */
  readonly runId?: string | undefined;
};

/**
 * The chain that a reader means.
 *
 * Throws: TickscopeError `run-not-indexed`.
 */
export function findChainKey(index: Index, { workflowId, runId }: ChainName): ChainKey {
  const named = storeQuery
    .selectFrom('run')
    .select(['namespace', 'workflow_id', 'first_run_id'])
    .where('workflow_id', '=', workflowId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1);
  const found = index.first(runId === undefined ? named : named.where('run_id', '=', runId));
  if (found) return found;
  const what = runId === undefined ? `Workflow ${workflowId}` : `Run ${runId} of workflow ${workflowId}`;
  throw new TickscopeError('run-not-indexed', `${what} is not indexed. Try: tickscope pull ${workflowId}`);
}
