import { createUnderstanding, type Understanding } from '../adapters/all-adapters.ts';
import { isIndexUnusable } from '../base/tickscope-error.ts';
import { openStore } from '../store/open-store.ts';
import { createIndexer, type Indexer } from './indexer.ts';
import type { PageCodec } from './page-codec.ts';
import { reindex } from './reindex.ts';
import { spareMemory } from './spare-memory.ts';

/** An indexer whose store is its own. Close it. */
export type OpenIndexer = Indexer & { readonly close: () => void };

/**
 * Opens the index of a data folder for writing, and derives what an interrupted derivation or an older schema left out.
 *
 * Throws: TickscopeError `schema-too-new` or `index-unusable`.
 */
export function openIndexer(
  dataFolder: string,
  understanding: Understanding = createUnderstanding(),
  codec?: PageCodec,
): OpenIndexer {
  spareMemory();
  const store = openStore(dataFolder);
  const indexer = createIndexer(store, understanding, codec);
  try {
    reindex(indexer, { which: 'underived' });
  } catch (error) {
    // Whoever writes next tells it, and a follower waits until there is room.
    if (!isIndexUnusable(error)) throw error;
  }
  return { ...indexer, close: store.close };
}
