import type { RunKey } from '../model/run.ts';
import { findStoredRun, listStoredRuns } from '../store/find-run.ts';
import type { Store } from '../store/open-store.ts';
import { deriveRun } from './derive-run.ts';

/** What was derived anew, and which runs no adapter could read. */
export type Reindexed = {
  readonly runCount: number;
  readonly tickCount: number;
  readonly failures: readonly {
    readonly workflowId: string;
    readonly runId: string;
    readonly error: unknown;
  }[];
};

/** Derives every row again that is derived from events. The events stay as they are. */
export function reindex(store: Store): Reindexed {
  const failures: Reindexed['failures'][number][] = [];
  let tickCount = 0;
  const runs = listStoredRuns(store.db);
  for (const { run } of runs) {
    try {
      tickCount += reindexRun(store, run);
    } catch (error) {
      failures.push({ workflowId: run.workflowId, runId: run.runId, error });
    }
  }
  return { runCount: runs.length, tickCount, failures };
}

function reindexRun(store: Store, key: RunKey): number {
  const derive = store.db.transaction(() => {
    const stored = findStoredRun(store.db, key);
    return stored === undefined ? 0 : deriveRun(store.db, stored, 'start');
  });
  return derive.immediate();
}
