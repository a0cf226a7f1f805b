import { type RawBuilder, sql } from 'kysely';
import { storeQuery } from '../../store/store-query.ts';
import type { Index } from '../open-index.ts';
import type { SearchFilters } from './search-query.ts';

/** A run, as a hit names it. */
export type HitRun = {
  readonly namespace: string;
  readonly workflowId: string;
  readonly runId: string;
  readonly workflowType: string;
};

/** The runs that a search may find something in. */
export type SearchRuns = {
  /** Their keys, where they are so few that a list of them can be asked by. Absent when: many, or all. */
  readonly few?: readonly number[];
  /** Whether a run is among them, in SQL. */
  readonly isAmong: (runPk: RawBuilder<number>) => RawBuilder<boolean>;
  /** Absent when: the run is not among them. */
  readonly find: (runPk: number) => HitRun | undefined;
};

const FEW = 200;

/** Looks up which runs the filters let through; each run is read once. */
export function findRuns(index: Index, filters: SearchFilters): SearchRuns {
  const few = isFiltered(filters) ? listKeys(index, filters) : undefined;
  const known = new Map<number, HitRun | undefined>();
  const find = (runPk: number): HitRun | undefined => {
    if (!known.has(runPk)) known.set(runPk, readRun(index, runPk, filters));
    return known.get(runPk);
  };
  const isAmong = (runPk: RawBuilder<number>): RawBuilder<boolean> => {
    if (few === undefined) return sql<boolean>`1`;
    return few.length <= FEW
      ? sql<boolean>`${runPk} IN (${sql.join(few)})`
      : sql<boolean>`${runPk} IN ${selectRuns(filters).select('id')}`;
  };
  return { find, isAmong, ...(few !== undefined && few.length <= FEW ? { few } : {}) };
}

/** Times of events cannot be older than their run's start. A late event may be older than the newest one, by as much as a workflow task may take: an hour is ample. */
const SPARE_MICROS = 3_600_000_000;

const isFiltered = (filters: SearchFilters): boolean =>
  toConditions(filters).length > 0 || filters.afterMicros !== undefined || filters.beforeMicros !== undefined;

type Condition = readonly ['workflow_type' | 'workflow_id' | 'run_id' | 'namespace' | 'status', string];

function toConditions({
  workflowType,
  workflowId,
  runId,
  namespace,
  runStatus,
}: SearchFilters): readonly Condition[] {
  const all = [
    ['workflow_type', workflowType],
    ['workflow_id', workflowId],
    ['run_id', runId],
    ['namespace', namespace],
    ['status', runStatus],
  ] as const;
  return all.flatMap(([column, value]): Condition[] => (value === undefined ? [] : [[column, value]]));
}

function selectRuns(filters: SearchFilters) {
  const { afterMicros, beforeMicros } = filters;
  const named = toConditions(filters).reduce(
    (query, [column, value]) => query.where(column, '=', value),
    storeQuery.selectFrom('run'),
  );
  const begun = beforeMicros === undefined ? named : named.where('started_at_micros', '<', beforeMicros);
  return afterMicros === undefined
    ? begun
    : begun.where('last_event_at_micros', '>=', afterMicros - SPARE_MICROS);
}

function listKeys(index: Index, filters: SearchFilters): readonly number[] {
  return index
    .all(
      selectRuns(filters)
        .select('id')
        .limit(FEW + 1),
    )
    .map(({ id }) => id);
}

function readRun(index: Index, runPk: number, filters: SearchFilters): HitRun | undefined {
  const row = index.first(
    selectRuns(filters)
      .select(['namespace', 'workflow_id', 'run_id', 'workflow_type'])
      .where('id', '=', runPk),
  );
  return (
    row && {
      ...{ namespace: row.namespace, workflowId: row.workflow_id },
      ...{ runId: row.run_id, workflowType: row.workflow_type },
    }
  );
}
