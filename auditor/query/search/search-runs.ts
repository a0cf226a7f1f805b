import { toSearchRange } from '../../store/search-row.ts';
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
  /** Rows of the full-text table. Absent when: not one run alone. */
  readonly range?: { readonly first: number; readonly last: number };
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
  const [only] = few ?? [];
  return {
    find,
    ...(few !== undefined && few.length <= FEW ? { few } : {}),
    ...(few?.length === 1 && only !== undefined ? { range: toSearchRange(only) } : {}),
  };
}

const isFiltered = (filters: SearchFilters): boolean => toConditions(filters).length > 0;

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

const selectRuns = (filters: SearchFilters) =>
  toConditions(filters).reduce(
    (query, [column, value]) => query.where(column, '=', value),
    storeQuery.selectFrom('run'),
  );

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
