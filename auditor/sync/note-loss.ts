import { TickscopeError } from '../base/tickscope-error.ts';
import type { RunKey } from '../model/run.ts';
import { findStoredRun } from '../store/find-run.ts';
import { tellingWriteErrors } from '../store/write-error.ts';
import { writeLoss } from '../store/write-run.ts';
import type { Indexer } from './indexer.ts';

/**
 * Marks an open run as lost after its last stored event when its history is gone from the server, as retention or a deletion does.
 *
 * Returns the error to go on with: the given one, which says so when something was marked.
 * Throws: TickscopeError `index-unusable` when the disk takes no more.
 */
export function noteLoss({ store: { db } }: Indexer, key: RunKey, error: unknown): unknown {
  if (!(error instanceof TickscopeError && error.code === 'workflow-not-found')) return error;
  const stored = findStoredRun(db, key);
  if (stored === undefined || stored.run.status !== 'running') return error;
  const fromEventId = stored.run.eventCount + 1;
  tellingWriteErrors(db, () => writeLoss(db, stored.pk, fromEventId, Date.now() * 1000));
  const message = `${error.message} The copy is marked as lost from event ${fromEventId} on.`;
  return new TickscopeError(error.code, message, { cause: error });
}
