import { TickscopeError } from '#auditor/base/tickscope-error.ts';
import { type Index, openIndex } from '#auditor/query/open-index.ts';
import { dataFolder } from './data-folder.ts';

declare global {
  var tickscopeIndex: { readonly folder: string; readonly index: Index } | undefined;
}

/**
 * The read-only index that every page and handler of this process shares.
 *
 * Kept on the global object, since Next loads a module once for pages and once for handlers.
 * Throws: TickscopeError `index-missing`, `schema-too-new` or `index-unusable`.
 */
export function sharedIndex(): Index {
  const folder = dataFolder();
  if (globalThis.tickscopeIndex?.folder !== folder) {
    globalThis.tickscopeIndex = { folder, index: openIndex(folder) };
  }
  return globalThis.tickscopeIndex.index;
}

/** The shared index. Absent when: nothing was indexed yet. */
export function tryIndex(): Index | undefined {
  try {
    return sharedIndex();
  } catch (error) {
    if (error instanceof TickscopeError && error.code === 'index-missing') return undefined;
    throw error;
  }
}
