import type { Selectable } from 'kysely';
import type { Run } from '../model/run.ts';
import { parseStatus } from '../store/find-run.ts';
import type { RunTable } from '../store/schema.ts';

/** Facts of a run; the rest of the row is the writers' bookkeeping. */
export const RUN_COLUMNS = [
  'namespace',
  'workflow_id',
  'run_id',
  'workflow_type',
  'status',
  'started_at',
  'closed_at',
  'first_run_id',
  'previous_run_id',
  'next_run_id',
  'parent_workflow_id',
  'parent_run_id',
  'event_count',
  'source',
] as const;

/** A row of the table `run` → the model's form. */
export function toRun(row: Pick<Selectable<RunTable>, (typeof RUN_COLUMNS)[number]>): Run {
  return {
    namespace: row.namespace,
    workflowId: row.workflow_id,
    runId: row.run_id,
    workflowType: row.workflow_type,
    status: parseStatus(row.status),
    startedAt: row.started_at,
    firstRunId: row.first_run_id,
    eventCount: row.event_count,
    source: row.source,
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
    ...(row.previous_run_id === null ? {} : { previousRunId: row.previous_run_id }),
    ...(row.next_run_id === null ? {} : { nextRunId: row.next_run_id }),
    ...(row.parent_workflow_id === null || row.parent_run_id === null
      ? {}
      : { parent: { workflowId: row.parent_workflow_id, runId: row.parent_run_id } }),
  };
}
