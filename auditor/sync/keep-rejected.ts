import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A file that was refused and why; `bytes` when it cannot be read again. */
type Rejected = { readonly file: string; readonly error: unknown; readonly bytes?: Buffer };

/**
 * Keeps a file that was refused, with the reason beside it in `<copy>.txt`.
 *
 * Shape: the copy's name is the file's own with the start of its SHA-256, so that the same file is kept once.
 * Absent when: the file cannot be read.
 */
export function keepRejected(folder: string, { file, error, bytes }: Rejected): string | undefined {
  const content = bytes ?? readIfPossible(file);
  if (content === undefined) return undefined;
  mkdirSync(folder, { recursive: true });
  const name = file === '-' ? 'standard-input' : basename(file);
  // Names may be 255 bytes long, the digest and `.txt` included.
  const copy = join(
    folder,
    `${hash('sha256', content, 'hex').slice(0, 12)}-${[...name].slice(-60).join('')}`,
  );
  writeFileSync(copy, content);
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
