import { TickscopeError } from '../base/tickscope-error.ts';
import type { HistoryServer } from '../history/connect.ts';
import { readServerPages } from '../history/read-server-pages.ts';
import { toStartedChild } from '../history/to-run.ts';
import type { Run, RunKey } from '../model/run.ts';
import { confirmRun } from './confirm-run.ts';
import { decodePage } from './decode-page.ts';
import { indexPage } from './index-run.ts';
import type { Indexer } from './indexer.ts';
import { noteLoss } from './note-loss.ts';

/** One run as it is stored after a pull. */
export type PulledRun = {
  readonly run: Run;
  readonly addedCount: number;
  /** Children that it has started, whether this is new or not. */
  readonly children: readonly RunKey[];
  /** Absent when: ticks were derived. */
  readonly derivationError?: unknown;
};

/** Where histories come from and where they go. */
export type Pull = {
  readonly server: HistoryServer;
  readonly indexer: Indexer;
  /** Ends the pull after the page at hand when aborted. Absent when: it goes to its end. */
  readonly signal?: AbortSignal;
};

/**
 * Stores what the server has of one run now; an open run whose history is gone there is marked as lost from where the copy ends.
 *
 * Throws: TickscopeError `workflow-not-found`, `server-unreachable`, `event-conflict` or `history-invalid`; pages before stay stored.
 */
export async function pullRun(pull: Pull, key: RunKey): Promise<PulledRun> {
  try {
    const pulled = await readRun(pull, key);
    confirmRun(pull.indexer, key, Date.now() * 1000);
    return pulled;
  } catch (error) {
    throw noteLoss(pull.indexer, key, error);
  }
}

async function readRun({ server, indexer, signal }: Pull, key: RunKey): Promise<PulledRun> {
  const children: RunKey[] = [];
  let pulled: PulledRun | undefined;
  for await (const page of readServerPages(server, { key, wait: 'no', ...(signal && { signal }) })) {
    await decodePage(indexer, { namespace: key.namespace, events: page.events });
    const { run, added, conflicts, derivationError } = indexPage(indexer, {
      key,
      source: 'server',
      // Without its token: that of a long poll would be lost.
      events: page.events,
    });
    if (conflicts.length > 0) throw toConflictError(key, conflicts);
    for (const { event } of page.events) {
      const child = toStartedChild(event);
      if (child !== undefined) children.push({ namespace: key.namespace, ...child });
    }
    if (run === undefined) continue;
    const addedCount = (pulled?.addedCount ?? 0) + added.length;
    pulled = { run, addedCount, children, ...(derivationError === undefined ? {} : { derivationError }) };
  }
  if (pulled !== undefined) return pulled;
  throw new TickscopeError(
    'history-invalid',
    `The server answers with no events for run ${key.runId} of ${key.workflowId}.`,
  );
}

/** The alarm for events that are stored with other content. */
export function toConflictError(key: RunKey, eventIds: readonly number[]): TickscopeError {
  const [first] = eventIds;
  const which = eventIds.length === 1 ? `event ${first}` : `${eventIds.length} events, the first is ${first}`;
  return new TickscopeError(
    'event-conflict',
    `Run ${key.runId} of ${key.workflowId} differs from what is stored: ${which}. Both are kept; nothing was added.`,
  );
}
