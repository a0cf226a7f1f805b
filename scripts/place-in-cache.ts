import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Puts an executable that `make` produces at `target`, so that nobody ever sees half of it: made in a folder beside it, then renamed.
 *
 * Two that do so at once both succeed; the last one stays.
 *
 * Shape: `make(folder)` returns the path of the file it made inside `folder`.
 * Throws: what `make` throws; then nothing is left behind.
 */
export async function placeInCache(target: string, make: (folder: string) => Promise<string>): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(join(dirname(target), `.making-${basename(target)}-`));
  try {
    const made = await make(folder);
    await chmod(made, 0o755);
    await rename(made, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
