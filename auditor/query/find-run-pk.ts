import { TickscopeError } from '../base/tickscope-error.ts';
import { storeQuery } from '../store/store-query.ts';
import type { Index } from './open-index.ts';

/** One run, named exactly. */
export type RunName = { readonly workflowId: string; readonly runId: string };

/** Key of one run in the index. Throws: TickscopeError `run-not-indexed`. */
export function findRunPk(index: Index, { workflowId, runId }: RunName): number {
  const row = index.first(
    storeQuery
      .selectFrom('run')
      .select('id')
      .where('workflow_id', '=', workflowId)
      .where('run_id', '=', runId)
      .limit(1),
  );
  if (row) return row.id;
  throw new TickscopeError(
    'run-not-indexed',
    `Run ${runId} of workflow ${workflowId} is not indexed. Try: tickscope pull ${workflowId}`,
  );
}
