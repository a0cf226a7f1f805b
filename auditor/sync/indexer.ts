import { createUnderstanding, type Understanding } from '../adapters/all-adapters.ts';
import type { Store } from '../store/open-store.ts';
import { createOpenTicks, type OpenTicks } from './open-ticks.ts';

/** All that turns events into rows: where they go, who makes sense of them, and what is kept at hand of ticks that may grow. */
export type Indexer = {
  readonly store: Store;
  readonly understanding: Understanding;
  readonly openTicks: OpenTicks;
};

/** One for each store of a process: several would each keep events of their own at hand. */
export function createIndexer(store: Store, understanding: Understanding = createUnderstanding()): Indexer {
  return { store, understanding, openTicks: createOpenTicks() };
}
