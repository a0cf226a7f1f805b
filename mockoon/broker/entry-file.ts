import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type Entry, entrySchema } from './order.ts';

/** The broker's memory: a file to which lines are only added. */
export interface EntryFile {
  /** What stood in the file when it was opened, oldest first. */
  readonly entries: readonly Entry[];
  /** Returns when the line is on the disk. Throws: Error of the file system; then the file is as before. */
  readonly append: (entry: Entry) => void;
  readonly close: () => void;
}

/**
 * Opens or creates the file.
 *
 * A last line without its end is what a crash leaves behind: nobody got an answer for it, so it is cut off and reported.
 * Throws: Error when any other line is damaged; orders would be forgotten, and their keys filled again.
 */
export function openEntryFile(path: string, report: (line: string) => void): EntryFile {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'a+', 0o600);
  const content = readFileSync(path);
  const end = content.lastIndexOf('\n') + 1;
  if (end < content.length) {
    ftruncateSync(file, end);
    fsyncSync(file);
    report(
      `${path}: the last line was cut off and never answered; its ${content.length - end} bytes were dropped.`,
    );
  }
  return {
    entries: parseLines(content.subarray(0, end).toString('utf8'), path),
    append: (entry) => appendLine(file, `${JSON.stringify(entry)}\n`),
    close: () => closeSync(file),
  };
}

function appendLine(file: number, line: string): void {
  const sizeBefore = fstatSync(file).size;
  try {
    const bytes = Buffer.from(line);
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } catch (error) {
    ftruncateSync(file, sizeBefore);
    throw error;
  }
}

function parseLines(content: string, path: string): Entry[] {
  const lines = content.split('\n').slice(0, -1);
  return lines.map((line, index) => {
    try {
      return entrySchema.parse(JSON.parse(line));
    } catch {
      throw new Error(
        `${path}: line ${index + 1} is no order with its report. Move the file away to begin anew.`,
      );
    }
  });
}
