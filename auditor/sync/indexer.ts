import { createUnderstanding, type Understanding } from '../adapters/all-adapters.ts';
import type { Decodings } from '../base/decodings.ts';
import type { Store } from '../store/open-store.ts';
import { createStoredDecodings } from '../store/read-payload-decodings.ts';
import { createOpenTicks, type OpenTicks } from './open-ticks.ts';
import type { PageCodec } from './page-codec.ts';

/** All that turns events into rows: where they go, who makes sense of them, and what is kept at hand of ticks that may grow. */
export type Indexer = {
  readonly store: Store;
  readonly understanding: Understanding;
  readonly openTicks: OpenTicks;
  /** What codecs have made of payloads so far. */
  readonly decodings: Decodings;
  /** Absent when: no codec is configured. */
  readonly codec?: PageCodec;
};

/** One for each store of a process: several would each keep events of their own at hand. */
export function createIndexer(
  store: Store,
  understanding: Understanding = createUnderstanding(),
  codec?: PageCodec,
): Indexer {
  return {
    ...{ store, understanding, openTicks: createOpenTicks() },
    decodings: createStoredDecodings(store.db),
    ...(codec === undefined ? {} : { codec }),
  };
}
