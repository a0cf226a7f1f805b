import type { Database } from 'better-sqlite3';
import type { Run } from '../model/run.ts';
import { writeViewOnly } from '../store/write-run.ts';
import type { IndexedPage, PageToIndex } from './index-run.ts';

/** A run whose stored events do not differ from those of `page`. */
export type CopyToMark = { readonly pk: number; readonly run: Run; readonly page: PageToIndex };

/** The run as it is marked now. Absent when: `lifted`, no mark was taken away. */
export type MarkedCopy = {
  readonly marked: Run;
  readonly lifted?: Pick<IndexedPage, 'noLongerViewOnly'>;
};

/**
 * Marks a run as view only when an event comes out of a copy that may only be viewed, until a copy that can be replayed has come to the
 * last stored event: by then each was compared with that.
 */
export function markCopy(db: Database, { pk, run, page }: CopyToMark): MarkedCopy {
  const lastId = page.events.at(-1)?.event.eventId ?? 0;
  const { viewOnly, ...plain } = run;
  if (page.viewOnly !== undefined) {
    if (viewOnly !== undefined || lastId <= run.eventCount) return { marked: run };
    writeViewOnly(db, pk, page.viewOnly);
    return { marked: { ...run, viewOnly: page.viewOnly } };
  }
  if (viewOnly === undefined || lastId < run.eventCount) return { marked: run };
  writeViewOnly(db, pk, null);
  return { marked: plain, lifted: { noLongerViewOnly: viewOnly } };
}
