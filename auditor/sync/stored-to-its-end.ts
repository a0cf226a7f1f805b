import type { RunKey } from '../model/run.ts';
import { findStoredRun } from '../store/find-run.ts';
import type { Indexer } from './indexer.ts';

/** Whether a run is closed and stored with all of its events, so that the server need not be asked for it again. */
export function isStoredToItsEnd({ store }: Indexer, key: RunKey): boolean {
  const stored = findStoredRun(store.db, key);
  return stored !== undefined && stored.run.status !== 'running';
}
