import { isIndexUnusable, TickscopeError } from '../base/tickscope-error.ts';
import type { CanonicalEvent } from '../history/to-canonical-event.ts';
import { toAdvancedRun, toRun } from '../history/to-run.ts';
import type { DecodedEvent, HistoryEvent } from '../model/history-event.ts';
import type { Run, RunKey } from '../model/run.ts';
import { findStoredRun } from '../store/find-run.ts';
import { tellingWriteErrors } from '../store/write-error.ts';
import { writeEvents } from '../store/write-events.ts';
import { writePageToken, writeRun, writeViewOnly } from '../store/write-run.ts';
import { decodeReadEvent } from './decode-stored-event.ts';
import { deriveRun } from './derive-run.ts';
import { indexParts } from './index-parts.ts';
import type { Indexer } from './indexer.ts';
import { toMarkedRun } from './to-marked-run.ts';

/** Events of one run, as read: a copy is read from event 1 on, or from where its reading stopped. */
type PageToIndex = {
  readonly key: RunKey;
  readonly source: 'server' | 'file';
  readonly events: readonly CanonicalEvent[];
  /** Where a long poll goes on after this page. Absent when: the one that is kept stays. */
  readonly pageToken?: Uint8Array;
  /** Form of the file. Absent when: from a server. */
  readonly format?: string;
  /** Why the copy cannot be replayed. Absent when: it can. */
  readonly viewOnly?: string;
};

type IndexedPage = {
  /** The run with these events. Absent when: still without any event. */
  readonly run?: Run;
  readonly added: readonly HistoryEvent[];
  /** Event ids that are stored with other content; nothing was added then. */
  readonly conflicts: readonly number[];
  /** Why the stored copy could not be replayed until this page. Absent when: nothing of that has changed. */
  readonly noLongerViewOnly?: string;
  /** Why no ticks could be derived; the events are stored all the same. Absent when: they could. */
  readonly derivationError?: unknown;
};

/**
 * Stores a page of events, makes their words findable and derives the ticks that they change, in one short transaction: readers see
 * all of it or nothing.
 *
 * Costs as much as the page and the open tick, however long the run is. Twice is the same as once.
 * Throws: TickscopeError `history-invalid` when events are missing before the page, `index-unusable` when the disk takes no more.
 */
export function indexPage(indexer: Indexer, page: PageToIndex): IndexedPage {
  const { db } = indexer.store;
  const write = db.transaction(() => indexInTransaction(indexer, page, Date.now() * 1000));
  return tellingWriteErrors(db, () => write.immediate());
}

function indexInTransaction(indexer: Indexer, page: PageToIndex, nowMicros: number): IndexedPage {
  const { db } = indexer.store;
  const target = findOrAddRun(indexer, page, nowMicros);
  if (target === undefined) return { added: [], conflicts: [] };
  const { pk, run } = target;
  const stored = { runPk: pk, eventCount: run.eventCount, nowMicros };
  const { added, conflicts } = writeEvents(db, stored, page.events);
  if (conflicts.length > 0) return { run, added: [], conflicts };
  if (page.pageToken !== undefined) writePageToken(db, pk, page.pageToken);
  const { marked, lifted } = markRun(indexer, target, page);
  const last = added.at(-1)?.event;
  if (last === undefined) return { run: marked, added: [], conflicts, ...lifted };
  const advanced = added.reduce((so, { event }) => toAdvancedRun(so, event), marked);
  writeRun(db, { run: advanced, pulledAtMicros: nowMicros, last });
  const events = added.map(({ event }) => event);
  const decoded = added.map((one) => decodeReadEvent(one, indexer));
  indexParts(db, pk, decoded);
  const derivationError = tryDerive(indexer, advanced, decoded);
  return {
    ...{ run: advanced, added: events, conflicts, ...lifted },
    ...(derivationError === undefined ? {} : { derivationError }),
  };
}

type Target = { readonly pk: number; readonly run: Run };

function findOrAddRun({ store }: Indexer, page: PageToIndex, nowMicros: number): Target | undefined {
  const stored = findStoredRun(store.db, page.key);
  if (stored !== undefined) return stored;
  const first = page.events[0]?.event;
  if (first === undefined) return undefined;
  if (first.eventId !== 1) {
    throw new TickscopeError(
      'history-invalid',
      `The history starts at event ${first.eventId}. Nothing of it was added.`,
    );
  }
  const run = {
    ...toRun(page.key, page.source, first, first),
    eventCount: 0,
    ...(page.format === undefined ? {} : { format: page.format }),
    ...(page.viewOnly === undefined ? {} : { viewOnly: page.viewOnly }),
  };
  return { pk: writeRun(store.db, { run, pulledAtMicros: nowMicros }), run };
}

type Marked = { readonly marked: Run; readonly lifted?: Pick<IndexedPage, 'noLongerViewOnly'> };

function markRun({ store }: Indexer, { pk, run }: Target, { events, viewOnly }: PageToIndex): Marked {
  const lastId = events.at(-1)?.event.eventId ?? 0;
  const marked = toMarkedRun(run, { lastId, ...(viewOnly === undefined ? {} : { viewOnly }) });
  if (marked.viewOnly === run.viewOnly) return { marked };
  writeViewOnly(store.db, pk, marked.viewOnly ?? null);
  return run.viewOnly === undefined ? { marked } : { marked, lifted: { noLongerViewOnly: run.viewOnly } };
}

/**
 * A history that no adapter can read must not cost its events: these are the record, ticks can be derived again.
 *
 * Throws: TickscopeError `index-unusable`, as SQLite has given up the transaction around it then.
 */
function tryDerive(indexer: Indexer, run: Run, added: readonly DecodedEvent[]): unknown {
  const { db } = indexer.store;
  const derive = db.transaction(() => {
    deriveNewest(indexer, run, added);
    deriveFollowers(indexer, run);
  });
  try {
    tellingWriteErrors(db, derive);
    return undefined;
  } catch (error) {
    if (isIndexUnusable(error)) throw error;
    return error ?? new Error('the adapter threw nothing');
  }
}

function deriveNewest(indexer: Indexer, run: Run, added: readonly DecodedEvent[]): void {
  const stored = findStoredRun(indexer.store.db, run);
  if (stored === undefined) return;
  // Rows that know less than what was stored before these events are a leftover: all of them are derived again.
  const isNext = stored.derivedEventCount + added.length === run.eventCount;
  deriveRun(indexer, isNext ? { stored, added } : { stored });
}

/** Runs of the chain that were stored before this one was complete: only now is known what they began with. */
function deriveFollowers(indexer: Indexer, closed: Run): void {
  const seen = new Set([closed.runId]);
  let nextRunId = closed.nextRunId;
  while (nextRunId !== undefined && !seen.has(nextRunId)) {
    seen.add(nextRunId);
    const stored = findStoredRun(indexer.store.db, { ...closed, runId: nextRunId });
    if (stored !== undefined) deriveRun(indexer, { stored });
    nextRunId = stored?.run.nextRunId;
  }
}
