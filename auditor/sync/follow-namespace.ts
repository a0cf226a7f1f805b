import { TickscopeError } from '../base/tickscope-error.ts';
import { connect, type HistoryServer } from '../history/connect.ts';
import type { ConnectionFlags } from '../history/connection-flags.ts';
import { follow } from './follow.ts';
import { type IndexingSource, openConfiguredIndexer } from './open-configured-indexer.ts';
import { pause } from './pause.ts';
import { toRetryDelayMs } from './retry-delay.ts';
import { createServerHealth } from './server-health.ts';

export type FollowNamespace = IndexingSource & {
  /** Win over the environment. Absent when: none were given. */
  readonly flags?: ConnectionFlags;
  /** Ends the following when aborted. */
  readonly signal: AbortSignal;
  /** Called once, when index and server are open. */
  readonly onReady?: () => void;
};

/**
 * Follows the configured namespace into the index of a data folder until `signal` is aborted; waits for a server that is not there yet.
 *
 * Throws: TickscopeError `namespace-not-found`, `schema-too-new`, `index-unusable` or `wrong-usage`.
 */
export async function followNamespace(options: FollowNamespace): Promise<void> {
  const indexer = await openConfiguredIndexer(options);
  try {
    const server = await connectPatiently(options);
    if (server === undefined) return;
    try {
      options.say(`Following namespace ${server.namespace} at ${server.address}.`);
      options.onReady?.();
      await follow({ server, indexer, signal: options.signal, say: options.say });
    } finally {
      await server.close();
    }
  } finally {
    indexer.close();
  }
}

/** Absent when: aborted before a server answered. */
async function connectPatiently(options: FollowNamespace): Promise<HistoryServer | undefined> {
  const health = createServerHealth(options.say);
  for (let failures = 1; !options.signal.aborted; failures++) {
    try {
      return await connect(options);
    } catch (error) {
      if (!(error instanceof TickscopeError && error.code === 'server-unreachable')) throw error;
      health.lost(error);
      await pause(toRetryDelayMs(failures), options.signal);
    }
  }
  return undefined;
}
