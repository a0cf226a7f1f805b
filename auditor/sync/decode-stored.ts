import type { RunKey } from '../model/run.ts';
import { findStoredRun, listStoredRuns, type StoredRun } from '../store/find-run.ts';
import { readCanonicalEvents } from '../store/read-events.ts';
import { decodePage } from './decode-page.ts';
import type { Indexer } from './indexer.ts';

const PAGE_LENGTH = 500;

/**
 * Has the payloads of stored events decoded that are not decoded yet. Costs nothing without a codec.
 *
 * Absent when: `keys`, all runs.
 * Returns the runs of which more can be read now: derive them again.
 */
export async function decodeStored(indexer: Indexer, keys?: readonly RunKey[]): Promise<readonly RunKey[]> {
  if (indexer.codec === undefined) return [];
  const { db } = indexer.store;
  const runs = keys === undefined ? listStoredRuns(db) : keys.flatMap((key) => findStoredRun(db, key) ?? []);
  const changed: RunKey[] = [];
  for (const stored of runs) if ((await decodeRun(indexer, stored)) > 0) changed.push(stored.run);
  return changed;
}

async function decodeRun(indexer: Indexer, { pk, run }: StoredRun): Promise<number> {
  let decoded = 0;
  let events: { readonly canonical: string }[] = [];
  const flush = async (): Promise<void> => {
    decoded += await decodePage(indexer, { namespace: run.namespace, events });
    events = [];
  };
  for (const canonical of readCanonicalEvents(indexer.store.db, pk, 1)) {
    events.push({ canonical });
    if (events.length === PAGE_LENGTH) await flush();
  }
  await flush();
  return decoded;
}
