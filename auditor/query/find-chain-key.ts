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
  /** Absent when: any, if only one has it. */
  readonly namespace?: string | undefined;
};

/**
 * The chain that a reader means. A run id is enough to tell namespaces apart.
 *
 * Throws: TickscopeError `run-not-indexed`; `ambiguous-run` when the workflow id is in several namespaces and neither run nor namespace is named.
 */
export function findChainKey(index: Index, { workflowId, runId, namespace }: ChainName): ChainKey {
  let named = storeQuery
    .selectFrom('run')
    .select(['namespace', 'workflow_id', 'first_run_id'])
    .where('workflow_id', '=', workflowId)
    .orderBy('started_at_micros', 'desc')
    .orderBy('id', 'desc')
    .limit(1);
  if (runId !== undefined) named = named.where('run_id', '=', runId);
  if (namespace !== undefined) named = named.where('namespace', '=', namespace);
  if (runId === undefined && namespace === undefined) refuseSeveralNamespaces(index, workflowId);
  const found = index.first(named);
  if (found) return found;
  const workflow = namespace === undefined ? workflowId : `${workflowId} in namespace ${namespace}`;
  const what = runId === undefined ? `Workflow ${workflow}` : `Run ${runId} of workflow ${workflow}`;
  throw new TickscopeError('run-not-indexed', `${what} is not indexed. Try: tickscope pull ${workflowId}`);
}

function refuseSeveralNamespaces(index: Index, workflowId: string): void {
  const rows = index.all(
    storeQuery
      .selectFrom('run')
      // SQLite takes the run id from the row that has the maximum: each namespace's newest run.
      .select(({ fn }) => ['namespace', 'run_id', fn.max('started_at_micros').as('newest')])
      .where('workflow_id', '=', workflowId)
      .groupBy('namespace')
      .orderBy('namespace'),
  );
  if (rows.length < 2) return;
  const places = rows.map((row) => `${row.namespace} (newest run ${row.run_id})`).join(', ');
  throw new TickscopeError(
    'ambiguous-run',
    `Workflow ${workflowId} is indexed in several namespaces: ${places}. Name the one that is meant, or a run of it: --namespace <name> or --run-id <run-id>`,
  );
}
