import { TickscopeError } from '../base/tickscope-error.ts';
import type { HistoryServer } from '../history/connect.ts';
import { type HistoryPage, readServerPages } from '../history/read-server-pages.ts';
import { toStartedChild } from '../history/to-run.ts';
import type { RunKey } from '../model/run.ts';
import { findStoredRun } from '../store/find-run.ts';
import { createBusyRunConfirmer } from './confirm-busy-run.ts';
import { confirmRun } from './confirm-run.ts';
import type { Limiter } from './create-limiter.ts';
import { decodePage } from './decode-page.ts';
import { indexPage } from './index-run.ts';
import type { Indexer } from './indexer.ts';
import { noteLoss } from './note-loss.ts';
import { pause } from './pause.ts';
import { toConflictError } from './pull-run.ts';
import { readHistoryLength } from './read-history-length.ts';
import { toRetryDelayMs } from './retry-delay.ts';
import type { ServerHealth } from './server-health.ts';

/** What following one run needs. */
export type FollowContext = {
  readonly server: HistoryServer;
  readonly indexer: Indexer;
  readonly signal: AbortSignal;
  readonly health: ServerHealth;
  /** Bounds the calls that wait for the server at once. */
  readonly limit: Limiter;
  readonly say: (line: string) => void;
  /** Told of runs that this one has started: children, and its successor in the chain. */
  readonly onStarted: (key: RunKey) => void;
};

/**
 * Stores the events of one run as they come, until it closes. Goes on at the last stored event; waits out the loss of the server.
 *
 * Ends early, with a line of text, when the run cannot be followed: its history is gone, damaged, or differs from what is stored.
 */
export async function followRun(context: FollowContext, key: RunKey): Promise<void> {
  let failures = 0;
  const onPage = (): void => {
    failures = 0;
  };
  while (!context.signal.aborted) {
    try {
      return await readOrNoteLoss(context, key, onPage);
    } catch (error) {
      if (context.signal.aborted) return;
      failures += 1;
      if (tellTrouble(context, key, error, failures) === 'end') return;
      await pause(toRetryDelayMs(failures), context.signal);
    }
  }
}

function tellTrouble(context: FollowContext, key: RunKey, error: unknown, failures: number): 'end' | 'again' {
  if (error instanceof TickscopeError && error.code === 'server-unreachable') {
    context.health.lost(error);
    return 'again';
  }
  // What is wrong with the history stays wrong; a locked index or a full disk does not.
  const ends = error instanceof TickscopeError && error.code !== 'index-unusable';
  if (ends || failures === 1) context.say(toReason(key, error));
  return ends ? 'end' : 'again';
}

async function readOrNoteLoss(context: FollowContext, key: RunKey, onPage: () => void): Promise<void> {
  try {
    await readToEnd(context, key, onPage);
  } catch (error) {
    throw noteLoss(context.indexer, key, error);
  }
}

async function readToEnd(context: FollowContext, key: RunKey, onPage: () => void): Promise<void> {
  const pageToken = findStoredRun(context.indexer.store.db, key)?.pageToken;
  const pages = readServerPages(context.server, {
    key,
    wait: 'for-new-events',
    signal: context.signal,
    ...(pageToken === undefined ? {} : { pageToken }),
  });
  const confirm = (atMicros: number): void => confirmRun(context.indexer, key, atMicros);
  const busy = createBusyRunConfirmer({
    readLength: () => readHistoryLength(context.server, key, context.signal),
    confirm,
  });
  for (;;) {
    const { value: page } = await context.limit(() => pages.next());
    if (page === undefined) return;
    context.health.answered();
    onPage();
    await decodePage(context.indexer, { namespace: key.namespace, events: page.events });
    indexAndTell(context, key, page);
    // An empty page is how the server ends a long poll that brought nothing, every 20 s.
    const last = page.events.at(-1);
    if (last === undefined) confirm(Date.now() * 1000);
    else if (page.nextPageToken !== undefined) busy.afterPage(last.event.eventId);
  }
}

function indexAndTell(context: FollowContext, key: RunKey, page: HistoryPage): void {
  const { run, added, conflicts, derivationError } = indexPage(context.indexer, {
    ...{ key, source: 'server', events: page.events },
    ...(page.nextPageToken === undefined ? {} : { pageToken: page.nextPageToken }),
  });
  if (conflicts.length > 0) throw toConflictError(key, conflicts);
  if (derivationError !== undefined) context.say(toReason(key, derivationError));
  for (const event of added) {
    const child = toStartedChild(event);
    if (child !== undefined) context.onStarted({ namespace: key.namespace, ...child });
  }
  if (added.length > 0 && run?.nextRunId !== undefined) context.onStarted({ ...key, runId: run.nextRunId });
}

function toReason(key: RunKey, error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `${key.workflowId} (run ${key.runId}): ${why}`;
}
