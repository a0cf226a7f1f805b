import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** First of `candidates` (absolute paths, or names looked up on `searchPath`) that can be executed. */
export async function findOnPath(
  candidates: readonly string[],
  searchPath: string,
): Promise<string | undefined> {
  for (const candidate of candidates) {
    const paths = candidate.startsWith('/')
      ? [candidate]
      : searchPath
          .split(delimiter)
          .filter((folder) => folder !== '')
          .map((folder) => join(folder, candidate));
    for (const path of paths) if (await isExecutable(path)) return path;
  }
  return undefined;
}
