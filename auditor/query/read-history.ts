import { findRunPk, type RunName } from './find-run-pk.ts';
import type { Index } from './open-index.ts';
import { readEventTexts } from './read-events.ts';

/** Characters of a chunk, about: a few megabytes at most are in memory, whatever the length of the history. */
const CHUNK = 256 * 1024;

/**
 * One run as a file that every Temporal tool reads: `{"events":[…]}`, byte for byte what is stored.
 *
 * Shape: chunks of UTF-8 text. Throws: TickscopeError `run-not-indexed`, before the first chunk.
 */
export function readHistory(index: Index, name: RunName): Iterable<string> {
  return readChunks(index, findRunPk(index, name));
}

function* readChunks(index: Index, runPk: number): Iterable<string> {
  let chunk = '{"events":[';
  for (const { eventId, canonical } of readEventTexts(index, runPk, 1)) {
    chunk += eventId === 1 ? canonical : `,\n${canonical}`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}]}\n`;
}
