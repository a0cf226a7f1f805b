import { globSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TickscopeError } from '../base/tickscope-error.ts';

/** What lies beside a recording and describes it. */
const DESCRIPTION = '.meta.json';

/**
 * Files as named (`-` is standard input), those that fit a pattern, and every file below the folders; hidden files and descriptions of
 * recordings left out.
 *
 * Order: as named; inside a folder by name; each file once.
 * Throws: TickscopeError `wrong-usage` for a path or pattern that leads to nothing.
 */
export function listImportFiles(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap(toFiles))];
}

function toFiles(path: string): readonly string[] {
  if (path === '-') return [path];
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return listFolder(path);
  if (stats !== undefined) return [path];
  if (/[*?[{]/.test(path)) return listPattern(path);
  throw new TickscopeError('wrong-usage', `There is no file or folder ${path}.`);
}

function listPattern(pattern: string): readonly string[] {
  const found = globSync(pattern).toSorted();
  const files = found.filter((path) => isFile(path));
  if (files.length > 0) return files;
  const folders = found.flatMap((path) =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory() ? [path] : [],
  );
  if (folders.length > 0) return folders.flatMap(listFolder);
  throw new TickscopeError('wrong-usage', `No file fits ${pattern}.`);
}

function listFolder(folder: string): readonly string[] {
  const files = walkFolder(folder);
  if (files.length > 0) return files;
  throw new TickscopeError('wrong-usage', `The folder ${folder} has no files.`);
}

// Not readdir's own recursion: it follows links to folders, which may lead in a circle.
function walkFolder(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !name.endsWith(DESCRIPTION))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walkFolder(path);
    return isFile(path) ? [path] : [];
  });
}

/** Not a pipe or a device, whose reading may never end; a link to a file is one. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // Links in a circle, a folder that may not be entered: reading it says what is wrong, and the others are imported.
    return true;
  }
}
