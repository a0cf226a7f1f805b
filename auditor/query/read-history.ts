import { storeQuery } from '../store/store-query.ts';
import { findRunPk, type RunName } from './find-run-pk.ts';
import type { Index } from './open-index.ts';
import { readEventTexts } from './read-events.ts';

/** Characters of a chunk, about: a few megabytes at most are in memory, whatever the length of the history. */
const CHUNK = 256 * 1024;

/** How the events of a run are written into a file. */
type Writing = {
  readonly open: string;
  readonly between: string;
  readonly close: string;
  readonly rewrite: Rewrite;
};

/** The text of an event → what is written of it. */
export type Rewrite = (canonical: string) => string;

const asStored: Rewrite = (canonical) => canonical;

/**
 * One run as a file that every Temporal tool reads: `{"events":[…]}`, byte for byte what is stored.
 *
 * Shape: chunks of UTF-8 text; a copy that may only be viewed says so in a member `viewOnly` before the events.
 * Throws: TickscopeError `run-not-indexed`, before the first chunk.
 */
export function readHistory(index: Index, name: RunName, rewrite = asStored): Iterable<string> {
  const runPk = findRunPk(index, name);
  const viewOnly = findViewOnly(index, runPk);
  const mark = viewOnly === null ? '' : `"viewOnly":${JSON.stringify(viewOnly)},`;
  return readChunks(index, runPk, { open: `{${mark}"events":[`, between: ',\n', close: ']}\n', rewrite });
}

/** The same as one event per line; the mark of a copy that may only be viewed is a line of its own before them. */
export function readHistoryLines(index: Index, name: RunName, rewrite = asStored): Iterable<string> {
  const runPk = findRunPk(index, name);
  const viewOnly = findViewOnly(index, runPk);
  const open = viewOnly === null ? '' : `${JSON.stringify({ viewOnly })}\n`;
  return readChunks(index, runPk, { open, between: '\n', close: '\n', rewrite });
}

/** The stored text of each event of a run. Order: by event id. Throws: as `readHistory`. */
export function* readHistoryEvents(index: Index, name: RunName): Generator<string, undefined> {
  for (const { canonical } of readEventTexts(index, findRunPk(index, name), 1)) yield canonical;
}

function* readChunks(
  index: Index,
  runPk: number,
  { open, between, close, rewrite }: Writing,
): Iterable<string> {
  let chunk = open;
  for (const { eventId, canonical } of readEventTexts(index, runPk, 1)) {
    const text = rewrite(canonical);
    chunk += eventId === 1 ? text : `${between}${text}`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}${close}`;
}

function findViewOnly(index: Index, runPk: number): string | null {
  const run = index.first(storeQuery.selectFrom('run').select('view_only').where('id', '=', runPk));
  return run?.view_only ?? null;
}
