import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Keeps a file that was refused, with the reason beside it in `<copy>.txt`.
 *
 * Shape: the copy's name is the file's own with the start of its SHA-256, so that the same file is kept once.
 * Absent when: the file cannot be read.
 */
export function keepRejected(folder: string, file: string, error: unknown): string | undefined {
  const bytes = readIfPossible(file);
  if (bytes === undefined) return undefined;
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, `${hash('sha256', bytes, 'hex').slice(0, 12)}-${basename(file)}`);
  writeFileSync(copy, bytes);
  writeFileSync(`${copy}.txt`, `${error instanceof Error ? error.message : String(error)}\n`);
  return copy;
}

function readIfPossible(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    // The refusal already says that it cannot be read.
    return undefined;
  }
}
