import { createUnderstanding, type Understanding } from '../adapters/all-adapters.ts';
import { openReadOnly, type ReadOnlyStore } from '../store/open-read-only.ts';

/** An index opened for reading, with those who make sense of its events; nothing that is called with it can write. Close it. */
export type Index = ReadOnlyStore & { readonly understanding: Understanding };

/**
 * Opens the index of a data folder.
 *
 * Throws: TickscopeError `index-missing`, `schema-too-new` or `index-unusable`, each with the next step.
 */
export function openIndex(dataFolder: string, understanding: Understanding = createUnderstanding()): Index {
  return { ...openReadOnly(dataFolder), understanding };
}
