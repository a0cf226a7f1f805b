import { openReadOnly, type ReadOnlyStore } from '../store/open-read-only.ts';

/** An index opened for reading; nothing that is called with it can write. Close it. */
export type Index = ReadOnlyStore;

/**
 * Opens the index of a data folder.
 *
 * Throws: TickscopeError `index-missing`, `schema-too-new` or `index-unusable`, each with the next step.
 */
export function openIndex(dataFolder: string): Index {
  return openReadOnly(dataFolder);
}
