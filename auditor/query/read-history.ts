import { storeQuery } from '../store/store-query.ts';
import { findRunPk, type RunName } from './find-run-pk.ts';
import type { Index } from './open-index.ts';

/** Events read at once: a few megabytes at most, whatever the length of the history. */
const EVENTS_PER_READ = 500;

/**
 * One run as a file that every Temporal tool reads: `{"events":[…]}`, byte for byte what is stored.
 *
 * Shape: chunks of UTF-8 text. Throws: TickscopeError `run-not-indexed`, before the first chunk.
 */
export function readHistory(index: Index, name: RunName): Iterable<string> {
  return readChunks(index, findRunPk(index, name));
}

function* readChunks(index: Index, runPk: number): Iterable<string> {
  yield '{"events":[';
  let last = 0;
  for (;;) {
    const rows = index.all(
      storeQuery
        .selectFrom('event')
        .select(['event_id', 'canonical'])
        .where('run_pk', '=', runPk)
        .where('event_id', '>', last)
        .orderBy('event_id')
        .limit(EVENTS_PER_READ),
    );
    const text = rows.map((row) => row.canonical).join(',\n');
    if (rows.length > 0) yield last === 0 ? text : `,\n${text}`;
    if (rows.length < EVENTS_PER_READ) break;
    last = rows.at(-1)?.event_id ?? last;
  }
  yield ']}\n';
}
