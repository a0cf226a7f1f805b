import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const NOT_INPUT = /(^|\/)(node_modules|_e2e)\/|\.(test|spec)\.[a-z]+$/;

/** Hex SHA-256 over the paths and bytes of every file that fits a pattern; tests do not count. */
export async function digestInputs(root: string, patterns: readonly string[]): Promise<string> {
  const paths: string[] = [];
  for await (const entry of glob([...patterns], { cwd: root, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(root.length).replace(/^\//, '');
    if (entry.isFile() && !NOT_INPUT.test(path)) paths.push(path);
  }
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    const bytes = await readFile(join(root, path));
    // The length keeps apart what two different splits into path and bytes would join.
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
