import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { TickscopeError } from '../base/tickscope-error.ts';
import { decompress, MOST_BYTES } from './decompress.ts';
import { BINARY_FORMATS } from './formats/all-formats.ts';

/** Content of a file, decompressed. */
export type Content =
  | {
      readonly kind: 'text' /** UTF-8 without a mark at its start. */;
      readonly bytes: Buffer;
      readonly notes: readonly string[];
    }
  | { readonly kind: 'binary'; readonly bytes: Buffer; readonly notes: readonly string[] };

/**
 * Reads a file whole, up to 512 MiB. `-` is standard input.
 *
 * Throws: TickscopeError `not-a-history`, with the rest of a sentence after the file's name.
 */
export function readBytes(path: string): Buffer {
  const file = path === '-' ? 0 : open(path);
  try {
    if (path !== '-' && fstatSync(file).isDirectory()) throw refused('is a folder');
    return readAll(file);
  } catch (error) {
    throw error instanceof TickscopeError ? error : refused(`cannot be read: ${toWhy(error)}`, error);
  } finally {
    if (path !== '-') closeSync(file);
  }
}

/** Decompresses bytes and tells text from binary by its start. Throws: as `readBytes`. */
export function toContent(raw: Buffer): Content {
  const { bytes, compressions } = decompress(raw);
  const notes = compressions.length === 0 ? [] : [`compressed with ${compressions.join(' and ')}`];
  if (bytes.length === 0) throw refused('is empty');
  if (startsWith(bytes, [0xff, 0xfe])) {
    // What PowerShell's `>` writes.
    return { kind: 'text', bytes: fromUtf16(bytes), notes: [...notes, 'written as UTF-16'] };
  }
  const start = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const text = bytes.subarray(start);
  if (isBinary(text) || !isJsonStart(text)) return { kind: 'binary', bytes, notes };
  if (isUtf8(text)) return { kind: 'text', bytes: text, notes };
  throw refused('is not UTF-8');
}

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw refused(`cannot be read: ${toWhy(error)}`, error);
  }
}

function readAll(file: number): Buffer {
  const size = fstatSync(file).size;
  if (size > MOST_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    // One chunk for a file whose size is known, and one byte more to see its end.
    const chunk = Buffer.allocUnsafe(total === 0 && size > 0 ? size + 1 : 1_048_576);
    const length = readSome(file, chunk);
    if (length === 0) break;
    total += length;
    if (total > MOST_BYTES) throw tooLarge();
    chunks.push(chunk.subarray(0, length));
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

function readSome(file: number, into: Buffer): number {
  for (;;) {
    try {
      return readSync(file, into);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      if (error.code === 'EOF') return 0;
      // A pipe whose writer is slower than we are.
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

/** A binary history starts with a newline's byte, then a length, which may be a brace's; what follows is in no JSON. */
function isBinary(bytes: Buffer): boolean {
  return BINARY_FORMATS.some(({ recognise }) => recognise(bytes));
}

function isJsonStart(bytes: Buffer): boolean {
  const first = bytes.find((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09);
  return first === 0x7b || first === 0x5b || first === 0x22;
}

function fromUtf16(bytes: Buffer): Buffer {
  try {
    return Buffer.from(new TextDecoder('utf-16le', { fatal: true }).decode(bytes));
  } catch (error) {
    throw refused('is damaged UTF-16', error);
  }
}

const startsWith = (bytes: Buffer, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

const tooLarge = (): TickscopeError =>
  refused(`is larger than ${MOST_BYTES / 1_048_576} MiB, the most that is read`);

function refused(what: string, cause?: unknown): TickscopeError {
  return new TickscopeError('not-a-history', `${what}.`, { cause });
}

const toWhy = (error: unknown): string => (error instanceof Error ? error.message : String(error));
