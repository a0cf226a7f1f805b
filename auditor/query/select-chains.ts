import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { RunStatus } from '../model/run.ts';
import type { StoreSchema } from '../store/schema.ts';
import { storeQuery } from '../store/store-query.ts';
import type { ChainKey } from './find-chain-key.ts';

/** Which chains are meant. All that is named must hold, of the newest run of the chain. */
export type RunFilter = {
  readonly namespace?: string | undefined;
  readonly workflowType?: string | undefined;
  readonly status?: RunStatus | undefined;
  /** Only children of this workflow, of all its runs or of one. */
  readonly parent?: { readonly workflowId: string; readonly runId?: string | undefined } | undefined;
  /** Stands in the workflow id, the run id or the workflow type; upper and lower case are the same. */
  readonly text?: string | undefined;
  /** `all` also lists children whose parent is indexed. Absent when: `roots`; `all` for those of a parent. */
  readonly include?: 'roots' | 'all' | undefined;
};

/** A chain, with what orders the list. */
export type ChainRow = ChainKey & { readonly id: number; readonly started_at_micros: number };

/** After which run the list goes on, and up to which id runs count: `[startedAtMicros, id, newestId]`. */
export type ChainPlace = readonly [startedAtMicros: number, id: number, asOfId: number];

/** Each chain by its newest run, the most recently started first. Reads only as far as rows are taken. */
export function selectChains(filter: RunFilter, place?: ChainPlace) {
  const asOf = place?.[2] ?? Number.MAX_SAFE_INTEGER;
  let query = storeQuery
    .selectFrom('run')
    .select(['run.id', 'run.namespace', 'run.workflow_id', 'run.first_run_id', 'run.started_at_micros'])
    .where('run.id', '<=', asOf)
    .where(({ not, exists }) => not(exists(laterRun(asOf))))
    .where((builder) => builder.and(toConditions(builder, filter, place !== undefined)))
    .orderBy('run.started_at_micros', 'desc')
    .orderBy('run.id', 'desc');
  if (place) query = query.where(sql<SqlBool>`(run.started_at_micros, run.id) < (${place[0]}, ${place[1]})`);
  return query;
}

const laterRun = (asOf: number) =>
  storeQuery
    .selectFrom('run as later')
    .select(sql<number>`1`.as('one'))
    .where(sql<SqlBool>`later.namespace = run.namespace`)
    .where(sql<SqlBool>`later.workflow_id = run.workflow_id`)
    .where(sql<SqlBool>`later.first_run_id = run.first_run_id`)
    .where(sql<SqlBool>`(later.started_at_micros, later.id) > (run.started_at_micros, run.id)`)
    .where('later.id', '<=', asOf);

type Builder = ExpressionBuilder<StoreSchema, 'run'>;

function toConditions(builder: Builder, filter: RunFilter, isLaterPage: boolean) {
  const { namespace, workflowType, status, parent, text, include = parent ? 'all' : 'roots' } = filter;
  return [
    ...(namespace === undefined ? [] : [builder('run.namespace', '=', namespace)]),
    ...(workflowType === undefined ? [] : [builder('run.workflow_type', '=', workflowType)]),
    ...(status === undefined
      ? []
      : [isLaterPage ? hasStatusNow(status) : builder('run.status', '=', status)]),
    ...(parent === undefined ? [] : [builder('run.parent_workflow_id', '=', parent.workflowId)]),
    ...(parent?.runId === undefined ? [] : [builder('run.parent_run_id', '=', parent.runId)]),
    ...(text === undefined ? [] : [holdsText(text)]),
    ...(include === 'all' ? [] : [HAS_NO_INDEXED_PARENT]),
  ];
}

/** A chain may have gone on since the first page was read: its status is that of the newest run all the same. */
const hasStatusNow = (
  status: RunStatus,
) => sql<SqlBool>`run.status IN (${status}, 'continued-as-new') AND ${status} = (
  SELECT newest.status FROM run AS newest
  WHERE newest.namespace = run.namespace AND newest.workflow_id = run.workflow_id AND newest.first_run_id = run.first_run_id
  ORDER BY newest.started_at_micros DESC, newest.id DESC LIMIT 1)`;

const holdsText = (text: string) => sql<SqlBool>`(
  instr(lower(run.workflow_id), lower(${text})) > 0 OR instr(lower(run.run_id), lower(${text})) > 0
  OR instr(lower(run.workflow_type), lower(${text})) > 0)`;

const HAS_NO_INDEXED_PARENT = sql<SqlBool>`NOT EXISTS (
  SELECT 1 FROM run AS parent WHERE parent.namespace = run.namespace
  AND parent.workflow_id = run.parent_workflow_id AND parent.run_id = run.parent_run_id)`;
