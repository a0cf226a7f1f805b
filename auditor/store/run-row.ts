import type { Selectable } from 'kysely';
import { RUN_STATUSES, type Run, type RunStatus } from '../model/run.ts';
import type { RunTable } from './schema.ts';

/** Columns that hold facts of a run; the rest of a row is bookkeeping. */
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
  'root_workflow_id',
  'root_run_id',
  'reset_base_run_id',
  'event_count',
  'source',
  'format',
  'view_only',
  'lost_from_event_id',
] as const;

export type RunRow = Pick<Selectable<RunTable>, (typeof RUN_COLUMNS)[number]>;

/** A row of the table `run` → the model's form. */
export function toRun(row: RunRow): Run {
  const parent = toExecution(row.parent_workflow_id, row.parent_run_id);
  const root = toExecution(row.root_workflow_id, row.root_run_id);
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
    ...(parent === undefined ? {} : { parent }),
    ...(root === undefined ? {} : { root }),
    ...(row.reset_base_run_id === null ? {} : { resetBaseRunId: row.reset_base_run_id }),
    ...(row.format === null ? {} : { format: row.format }),
    ...(row.view_only === null ? {} : { viewOnly: row.view_only }),
    ...(row.lost_from_event_id === null ? {} : { lostFromEventId: row.lost_from_event_id }),
  };
}

function toExecution(workflowId: string | null, runId: string | null) {
  return workflowId === null || runId === null ? undefined : { workflowId, runId };
}

/** A word that this version does not know is `unknown`. */
function parseStatus(text: string): RunStatus {
  return RUN_STATUSES.find((status) => status === text) ?? 'unknown';
}
