import type { RunKey } from '../model/run.ts';
import { findStoredRun } from '../store/find-run.ts';
import { tellingWriteErrors } from '../store/write-error.ts';
import { writeConfirmation } from '../store/write-run.ts';
import type { Indexer } from './indexer.ts';

/**
 * Notes that an open run is stored as far as the server had it at `atMicros`, by this machine's clock.
 *
 * Throws: TickscopeError `index-unusable` when the disk takes no more.
 */
export function confirmRun({ store: { db } }: Indexer, key: RunKey, atMicros: number): void {
  const stored = findStoredRun(db, key);
  if (stored?.run.status !== 'running') return;
  tellingWriteErrors(db, () => writeConfirmation(db, stored.pk, atMicros));
}
