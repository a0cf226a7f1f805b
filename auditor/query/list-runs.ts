import { sql } from 'kysely';
import type { RunChain } from '../model/run.ts';
import type { TickSummary } from '../model/tick.ts';
import { storeQuery } from '../store/store-query.ts';
import type { ChainKey } from './find-chain-key.ts';
import { readChain } from './get-chain.ts';
import type { Index } from './open-index.ts';
import { findTickSummary } from './tick-rows.ts';

/** A chain as lists show it. */
export type RunListItem = RunChain & {
  /** RFC 3339, of the first run that is stored. */
  readonly startedAt: string;
  /** RFC 3339, of the newest event that is stored. */
  readonly lastEventTime: string;
  /** Absent when: no tick is stored yet. */
  readonly lastTick?: TickSummary;
};

export type RunFilter = {
  /** At most 500. Absent when: 50. */
  readonly limit?: number | undefined;
  readonly workflowType?: string | undefined;
  /** `all` also lists children whose parent is indexed. Absent when: `roots`. */
  readonly include?: 'roots' | 'all' | undefined;
};

/** Chains, the most recently started first. */
export function listRuns(index: Index, filter: RunFilter = {}): readonly RunListItem[] {
  return index.all(selectChains(filter)).map((row) => toListItem(index, row));
}

function selectChains({ limit = 50, workflowType, include = 'roots' }: RunFilter) {
  let query = storeQuery
    .selectFrom('run')
    .select(['run.namespace', 'run.workflow_id', 'run.first_run_id'])
    .groupBy(['run.namespace', 'run.workflow_id', 'run.first_run_id'])
    .orderBy(({ fn }) => fn.max('run.started_at_micros'), 'desc')
    .limit(Math.min(Math.max(limit, 1), 500));
  if (workflowType !== undefined) query = query.where('run.workflow_type', '=', workflowType);
  if (include === 'all') return query;
  return query.where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('run as parent')
          .select(sql<number>`1`.as('one'))
          .whereRef('parent.namespace', '=', 'run.namespace')
          .whereRef('parent.workflow_id', '=', 'run.parent_workflow_id')
          .whereRef('parent.run_id', '=', 'run.parent_run_id'),
      ),
    ),
  );
}

function toListItem(index: Index, key: ChainKey): RunListItem {
  const chain = readChain(index, key);
  const startedAt = chain.runs[0]?.startedAt ?? '';
  const last = findTickSummary(index, key, 'newest');
  return {
    ...chain,
    startedAt,
    lastEventTime: findLastEventTime(index, chain) ?? startedAt,
    ...(last ? { lastTick: last } : {}),
  };
}

function findLastEventTime(index: Index, { namespace, workflowId, runs }: RunChain): string | undefined {
  const newest = runs.at(-1);
  if (!newest) return undefined;
  const row = index.first(
    storeQuery
      .selectFrom('event')
      .innerJoin('run', 'run.id', 'event.run_pk')
      .select('event.event_time')
      .where('run.namespace', '=', namespace)
      .where('run.workflow_id', '=', workflowId)
      .where('run.run_id', '=', newest.runId)
      .orderBy('event.event_id', 'desc')
      .limit(1),
  );
  return row?.event_time;
}
