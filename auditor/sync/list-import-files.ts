import { type Dirent, globSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TickscopeError } from '../base/tickscope-error.ts';

/** What lies beside a recording and describes it. */
const DESCRIPTION = '.meta.json';

/** What is imported, and what lies in the folders besides. */
export type ImportList = {
  readonly files: readonly string[];
  /** Why files and folders were left out, and how many for each reason; descriptions of recordings are not counted. */
  readonly skipped: ReadonlyMap<SkipReason, number>;
};

/** What stands after their number. */
type SkipReason = 'hidden' | 'of a name that is not UTF-8' | 'pipes, devices or links to folders';

/**
 * Files as named (`-` is standard input), those that fit a pattern, and every file below the folders; hidden files and descriptions of
 * recordings left out.
 *
 * Order: as named; inside a folder by name; each file once.
 * Throws: TickscopeError `wrong-usage` for a path or pattern that leads to nothing.
 */
export function listImportFiles(paths: readonly string[]): ImportList {
  const skipped = new Map<SkipReason, number>();
  const files = [...new Set(paths.flatMap((path) => toFiles(path, skipped)))];
  return { files, skipped };
}

type Skipped = Map<SkipReason, number>;

function toFiles(path: string, skipped: Skipped): readonly string[] {
  if (path === '-') return [path];
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return listFolder(path, skipped);
  if (stats !== undefined) return [path];
  if (/[*?[{]/.test(path)) return listPattern(path, skipped);
  throw new TickscopeError('wrong-usage', `There is no file or folder ${path}.`);
}

function listPattern(pattern: string, skipped: Skipped): readonly string[] {
  const found = globSync(pattern).toSorted();
  const files = found.filter((path) => isFile(path));
  if (files.length > 0) return files;
  const folders = found.flatMap((path) =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory() ? [path] : [],
  );
  if (folders.length > 0) return folders.flatMap((folder) => listFolder(folder, skipped));
  throw new TickscopeError('wrong-usage', `No file fits ${pattern}.`);
}

function listFolder(folder: string, skipped: Skipped): readonly string[] {
  const files = walkFolder(folder, skipped);
  if (files.length > 0) return files;
  throw new TickscopeError('wrong-usage', `The folder ${folder} has no files.`);
}

// Not readdir's own recursion: it follows links to folders, which may lead in a circle.
function walkFolder(folder: string, skipped: Skipped): readonly string[] {
  return listEntries(folder).flatMap((entry) => {
    if (entry.name.endsWith(DESCRIPTION)) return [];
    const path = join(folder, entry.name);
    const reason = findSkipReason(entry, path);
    if (reason === undefined) return entry.isDirectory() ? walkInner(path, skipped) : [path];
    skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    return [];
  });
}

function listEntries(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** A folder that may not be entered is listed itself: reading it says what is wrong, and the others are imported. */
function walkInner(folder: string, skipped: Skipped): readonly string[] {
  try {
    return walkFolder(folder, skipped);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return [folder];
  }
}

const isForbidden = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');

/** Absent when: it is imported. */
function findSkipReason(entry: Dirent, path: string): SkipReason | undefined {
  if (entry.name.startsWith('.')) return 'hidden';
  if (isForeignName(path)) return 'of a name that is not UTF-8';
  return entry.isDirectory() || isFile(path) ? undefined : 'pipes, devices or links to folders';
}

/** Read as UTF-8 the name has become another one, which leads nowhere. */
const isForeignName = (path: string): boolean =>
  path.includes('\ufffd') && lstatSync(path, { throwIfNoEntry: false }) === undefined;

/** Not a pipe or a device, whose reading may never end; a link to a file is one. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // Links in a circle, a folder that may not be entered: reading it says what is wrong, and the others are imported.
    return true;
  }
}
