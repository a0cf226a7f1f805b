import { TickscopeError } from '#auditor/base/tickscope-error.ts';
import { openConfiguredIndex } from '#auditor/query/open-configured-index.ts';
import type { Index } from '#auditor/query/open-index.ts';
import { dataFolder } from './data-folder.ts';

declare global {
  var tickscopeIndex: { readonly folder: string; readonly index: Index } | undefined;
}

/**
 * The read-only index that every page and handler of this process shares.
 *
 * Kept on the global object, since Next loads a module once for pages and once for handlers.
 * Throws: TickscopeError `wrong-usage`, `index-missing`, `schema-too-new` or `index-unusable`.
 */
export function sharedIndex(): Index {
  const folder = dataFolder();
  if (globalThis.tickscopeIndex?.folder !== folder) {
    globalThis.tickscopeIndex = {
      folder,
      index: openConfiguredIndex({ dataFolder: folder, env: process.env }),
    };
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
