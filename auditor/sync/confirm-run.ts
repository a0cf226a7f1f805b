import type { RunKey } from '../model/run.ts';
import { findStoredRun } from '../store/find-run.ts';
import { tellingWriteErrors } from '../store/write-error.ts';
import { writeConfirmation } from '../store/write-run.ts';
import type { Indexer } from './indexer.ts';

/**
 * Notes that an open run is stored as far as the server has it now.
 *
 * Throws: TickscopeError `index-unusable` when the disk takes no more.
 */
export function confirmRun({ store: { db } }: Indexer, key: RunKey): void {
  const stored = findStoredRun(db, key);
  if (stored?.run.status !== 'running') return;
  tellingWriteErrors(db, () => writeConfirmation(db, stored.pk, Date.now() * 1000));
}
