import { isIndexUnusable } from '../base/tickscope-error.ts';
import type { RunKey } from '../model/run.ts';
import { findStoredRun, listStoredRuns, listUnderivedRuns } from '../store/find-run.ts';
import { tellingWriteErrors } from '../store/write-error.ts';
import { deriveRun } from './derive-run.ts';
import { clearParts, indexParts } from './index-parts.ts';
import type { Indexer } from './indexer.ts';

/** What was derived anew, and which runs no adapter could read. */
type Reindexed = {
  readonly runCount: number;
  readonly tickCount: number;
  readonly failures: readonly {
    readonly workflowId: string;
    readonly runId: string;
    readonly error: unknown;
  }[];
};

type Reindex = {
  /** `all` runs, or those whose derived rows lag behind their events. */
  readonly which: 'all' | 'underived';
  readonly onRun?: (done: { readonly runCount: number; readonly total: number }) => void;
};

/**
 * Derives every row again that is derived from events, run by run. The events stay as they are.
 *
 * Throws: TickscopeError `index-unusable` when the disk takes no more; runs derived before stay derived.
 */
export function reindex(indexer: Indexer, { which, onRun }: Reindex): Reindexed {
  const { db } = indexer.store;
  const failures: Reindexed['failures'][number][] = [];
  let tickCount = 0;
  const runs = which === 'all' ? listStoredRuns(db) : listUnderivedRuns(db);
  for (const [index, { run }] of runs.entries()) {
    try {
      tickCount += reindexRun(indexer, run);
    } catch (error) {
      if (isIndexUnusable(error)) throw error;
      failures.push({ workflowId: run.workflowId, runId: run.runId, error });
    }
    onRun?.({ runCount: index + 1, total: runs.length });
  }
  return { runCount: runs.length, tickCount, failures };
}

/** The same for one run. Returns the number of its ticks. Throws: as `reindex`, and what an adapter throws. */
export function reindexRun(indexer: Indexer, key: RunKey): number {
  const { db } = indexer.store;
  const derive = db.transaction(() => {
    const stored = findStoredRun(db, key);
    if (stored === undefined) return 0;
    clearParts(db, stored.pk);
    return deriveRun(indexer, { stored, onEvents: (events) => indexParts(db, stored.pk, events) });
  });
  return tellingWriteErrors(db, () => derive.immediate());
}
