import { TickscopeError } from '../base/tickscope-error.ts';
import { connectAll, type HistoryServer } from '../history/connect.ts';
import type { ConnectionFlags } from '../history/connection-flags.ts';
import { follow } from './follow.ts';
import type { Indexer } from './indexer.ts';
import { type IndexingSource, openConfiguredIndexer } from './open-configured-indexer.ts';
import { pause } from './pause.ts';
import { toRetryDelayMs } from './retry-delay.ts';
import { createServerHealth } from './server-health.ts';

export type FollowNamespaces = IndexingSource & {
  /** Win over the environment. Absent when: none were given. */
  readonly flags?: ConnectionFlags;
  /** Visibility query that selects runs, in every namespace. Absent when: all runs. */
  readonly query?: string;
  /** Ends the following when aborted. */
  readonly signal: AbortSignal;
  /** Called once, when index and server are open. */
  readonly onReady?: (following: Following) => void;
};

/** What is followed. */
export type Following = { readonly address: string; readonly namespaces: readonly string[] };

/** The same in a sentence. */
export function toFollowingText({ address, namespaces }: Following): string {
  const what = namespaces.length === 1 ? 'namespace' : 'namespaces';
  return `Following ${what} ${namespaces.join(', ')} at ${address}.`;
}

/**
 * Follows the configured namespaces into the index of a data folder until `signal` is aborted; waits for a server that is not there yet.
 *
 * Throws: TickscopeError `namespace-not-found`, `schema-too-new`, `index-unusable` or `wrong-usage`; one namespace that fails ends all.
 */
export async function followNamespaces(options: FollowNamespaces): Promise<void> {
  const indexer = await openConfiguredIndexer(options);
  try {
    const servers = await connectPatiently(options);
    const [first] = servers;
    if (first === undefined) return;
    try {
      options.onReady?.({
        address: first.address,
        namespaces: servers.map(({ namespace }) => namespace),
      });
      await followEach(servers, indexer, options);
    } finally {
      await Promise.all(servers.map((server) => server.close()));
    }
  } finally {
    indexer.close();
  }
}

async function followEach(
  servers: readonly HistoryServer[],
  indexer: Indexer,
  options: FollowNamespaces,
): Promise<void> {
  const failing = new AbortController();
  const signal = AbortSignal.any([options.signal, failing.signal]);
  const query = options.query === undefined ? {} : { query: options.query };
  const following = servers.map(async (server) => {
    const say = (line: string): void =>
      options.say(servers.length > 1 ? `${server.namespace}: ${line}` : line);
    await follow({ server, indexer, signal, say, ...query }).catch((error: unknown) => {
      failing.abort();
      throw error;
    });
  });
  const ended = await Promise.allSettled(following);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** Empty when: aborted before a server answered. */
async function connectPatiently(options: FollowNamespaces): Promise<readonly HistoryServer[]> {
  const health = createServerHealth(options.say);
  for (let failures = 1; !options.signal.aborted; failures++) {
    try {
      return await connectAll(options);
    } catch (error) {
      if (!(error instanceof TickscopeError && error.code === 'server-unreachable')) throw error;
      health.lost(error);
      await pause(toRetryDelayMs(failures), options.signal);
    }
  }
  return [];
}
