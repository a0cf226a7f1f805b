import { unpackPage } from '../../store/event-pages.ts';
import type { Store } from '../../store/open-store.ts';
import type { Note } from './finding.ts';

export type EventText = { readonly eventId: number; readonly text: string };

type PageRow = { readonly first: number; readonly last: number; readonly bytes: Buffer };

const PAGES = `SELECT first_event_id AS first, last_event_id AS last, bytes FROM event_page WHERE run_pk = ?
  ORDER BY first_event_id`;

/**
 * The texts in a run's pages, with what is wrong about the pages themselves: one that cannot be unpacked, holds more or fewer texts than
 * events, or events that a page before it holds.
 *
 * Order: by event id, each once; one page at a time is in memory.
 */
export function* readPageTexts(db: Store['db'], runPk: number, note: Note): Generator<EventText, undefined> {
  let next = 1;
  for (const { first, last, bytes } of db.prepare<[number], PageRow>(PAGES).iterate(runPk)) {
    if (first < next) note('events', first, 'two pages hold it');
    const texts = unpackOrNote(first, bytes, note);
    const count = last - first + 1;
    if (texts !== undefined && texts.length !== count) {
      note('events', first, `its page has ${texts.length} texts for ${count} events`);
    }
    for (const [at, text] of (texts ?? []).entries()) {
      if (first + at >= next) yield { eventId: first + at, text };
    }
    next = Math.max(next, first + (texts?.length ?? count));
  }
}

function unpackOrNote(first: number, bytes: Buffer, note: Note): readonly string[] | undefined {
  try {
    return unpackPage(bytes);
  } catch {
    note('events', first, 'its page is damaged: it cannot be unpacked');
    return undefined;
  }
}
