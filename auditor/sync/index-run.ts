import { TickscopeError } from '../base/tickscope-error.ts';
import type { CanonicalEvent } from '../history/to-canonical-event.ts';
import { toAdvancedRun, toRun } from '../history/to-run.ts';
import type { HistoryEvent } from '../model/history-event.ts';
import type { Run, RunKey } from '../model/run.ts';
import { findStoredRun } from '../store/find-run.ts';
import type { Store } from '../store/open-store.ts';
import { writeEvents } from '../store/write-events.ts';
import { writePageToken, writeRun } from '../store/write-run.ts';
import { deriveRun } from './derive-run.ts';

/** Events of one run, as read. */
export type PageToIndex = {
  readonly key: RunKey;
  readonly source: 'server' | 'file';
  readonly events: readonly CanonicalEvent[];
  /** Where a long poll goes on after this page. Absent when: the one that is kept stays. */
  readonly pageToken?: Uint8Array;
};

export type IndexedPage = {
  /** The run with these events. Absent when: still without any event. */
  readonly run?: Run;
  readonly added: readonly HistoryEvent[];
  /** Event ids that are stored with other content; nothing was added then. */
  readonly conflicts: readonly number[];
  /** Why no ticks could be derived; the events are stored all the same. Absent when: they could. */
  readonly derivationError?: unknown;
};

/**
 * Stores a page of events and derives the ticks that it changes, in one short transaction: readers see both or none.
 *
 * Costs as much as the page and the open tick, however long the run is. Twice is the same as once.
 * Throws: TickscopeError `history-invalid` when events are missing before the page.
 */
export function indexPage(store: Store, page: PageToIndex): IndexedPage {
  return store.db.transaction(() => indexInTransaction(store.db, page, Date.now() * 1000)).immediate();
}

function indexInTransaction(db: Store['db'], page: PageToIndex, nowMicros: number): IndexedPage {
  const target = findOrAddRun(db, page, nowMicros);
  if (target === undefined) return { added: [], conflicts: [] };
  const { pk, run } = target;
  const { added, conflicts } = writeEvents(
    db,
    { runPk: pk, eventCount: run.eventCount, nowMicros },
    page.events,
  );
  if (conflicts.length > 0) return { run, added: [], conflicts };
  if (page.pageToken !== undefined) writePageToken(db, pk, page.pageToken);
  const last = added.at(-1)?.event;
  if (last === undefined) return { run, added: [], conflicts };
  const advanced = toAdvancedRun(run, last);
  writeRun(db, advanced, nowMicros);
  const derivationError = tryDerive(db, advanced);
  const events = added.map(({ event }) => event);
  return {
    run: advanced,
    added: events,
    conflicts,
    ...(derivationError === undefined ? {} : { derivationError }),
  };
}

function findOrAddRun(
  db: Store['db'],
  page: PageToIndex,
  nowMicros: number,
): { pk: number; run: Run } | undefined {
  const stored = findStoredRun(db, page.key);
  if (stored !== undefined) return stored;
  const first = page.events[0]?.event;
  if (first === undefined) return undefined;
  if (first.eventId !== 1) {
    throw new TickscopeError(
      'history-invalid',
      `The history starts at event ${first.eventId}. Nothing of it was added.`,
    );
  }
  const run = { ...toRun(page.key, page.source, first, first), eventCount: 0 };
  return { pk: writeRun(db, run, nowMicros), run };
}

/** A history that no adapter can read must not cost its events: these are the record, ticks can be derived again. */
function tryDerive(db: Store['db'], run: Run): unknown {
  try {
    db.transaction(() => {
      deriveStored(db, run, 'open-tick');
      deriveFollowers(db, run);
    })();
    return undefined;
  } catch (error) {
    return error ?? new Error('the adapter threw nothing');
  }
}

function deriveStored(db: Store['db'], key: RunKey, from: 'open-tick' | 'start'): Run | undefined {
  const stored = findStoredRun(db, key);
  if (stored !== undefined) deriveRun(db, stored, from);
  return stored?.run;
}

/** Runs of the chain that were stored before this one was complete: only now is known what they began with. */
function deriveFollowers(db: Store['db'], closed: Run): void {
  const seen = new Set([closed.runId]);
  let nextRunId = closed.nextRunId;
  while (nextRunId !== undefined && !seen.has(nextRunId)) {
    seen.add(nextRunId);
    nextRunId = deriveStored(db, { ...closed, runId: nextRunId }, 'start')?.nextRunId;
  }
}
