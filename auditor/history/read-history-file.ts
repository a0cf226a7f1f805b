import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import { TickscopeError } from '../base/tickscope-error.ts';
import { BINARY_FORMATS } from './formats/all-formats.ts';
import { findJsonSources } from './json-source.ts';
import type { ParsedHistory } from './parsed-history.ts';
import { readBytes, toContent } from './read-content.ts';
import { readJsonSource } from './read-json-source.ts';
import type { CanonicalEvent } from './to-canonical-event.ts';

/** The one run of a file, its events all at once. */
export type HistoryFile = Omit<ParsedHistory, 'events'> & { readonly events: readonly CanonicalEvent[] };

/** No single value that somebody saved is longer. */
const MOST_SCALAR = 1_000;

/**
 * Reads the runs of a file in any form that `formats/` knows, told by its content; compressed or not.
 *
 * Shape: one run in most files, several in an export of Temporal Cloud; `-` is standard input.
 * Throws: TickscopeError `not-a-history` for any other content, `history-invalid` for a history that is damaged.
 */
export function readHistories(path: string): readonly ParsedHistory[] {
  const name = path === '-' ? 'standard input' : basename(path);
  return inFile(name, () => readBytesAsHistories(readBytes(path)));
}

/** The same from bytes. Throws: as `readHistories`; `name` stands in the messages. */
export function parseHistories(bytes: Buffer, name: string): readonly ParsedHistory[] {
  return inFile(name, () => readBytesAsHistories(bytes));
}

/** The one run of a file. Throws: as `readHistories`, and when the file holds several. */
export function readHistoryFile(path: string): HistoryFile {
  return toOne(readHistories(path), basename(path));
}

function toOne(histories: readonly ParsedHistory[], name: string): HistoryFile {
  const [history] = histories;
  if (history !== undefined && histories.length === 1) return { ...history, events: [...history.events()] };
  const what = `${name} holds ${histories.length} runs. Import it, then export the run that is meant.`;
  throw new TickscopeError('not-a-history', what);
}

function readBytesAsHistories(raw: Buffer): readonly ParsedHistory[] {
  const { kind, bytes, notes } = toContent(raw);
  if (kind === 'binary') {
    const format = BINARY_FORMATS.find(({ recognise }) => recognise(bytes));
    if (format !== undefined) return format.read(bytes, notes);
    throw new TickscopeError('not-a-history', toWhatItIs(bytes));
  }
  return findJsonSources(bytes).map((source) => readJsonSource(source, notes));
}

/** A single number, true, false or null is JSON, too. */
function toWhatItIs(bytes: Buffer): string {
  if (!isUtf8(bytes)) return 'is neither JSON nor a binary history.';
  const isScalar = /^\s*(?:null|true|false|-?\d[\d.eE+-]*)\s*$/.test(bytes.toString('utf8', 0, MOST_SCALAR));
  return isScalar && bytes.length <= MOST_SCALAR ? 'is JSON, but holds no history.' : 'is not JSON.';
}

function inFile<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TickscopeError)) throw error;
    const { code, message } = error;
    throw new TickscopeError(code, message.startsWith(':') ? `${name}${message}` : `${name} ${message}`, {
      cause: error,
    });
  }
}
