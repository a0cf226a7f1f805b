import { TickscopeError } from '../base/tickscope-error.ts';
import { parseTime, type Seconds, toTimeText } from '../base/units.ts';
import type { HistoryServer } from '../history/connect.ts';
import { listWorkflows } from '../history/list-workflows.ts';
import { listOpenRuns } from '../store/find-run.ts';
import type { Indexer } from './indexer.ts';
import { pause } from './pause.ts';
import { toRetryDelayMs } from './retry-delay.ts';
import { createRunSet, type RunSet } from './run-set.ts';
import { createServerHealth, type ServerHealth } from './server-health.ts';

type Follow = {
  readonly server: HistoryServer;
  readonly indexer: Indexer;
  /** Visibility query that selects runs. Absent when: all of the namespace. */
  readonly query?: string;
  /** Ends the following when aborted. */
  readonly signal: AbortSignal;
  /** Receives progress and trouble, a line each. */
  readonly say: (line: string) => void;
};

/** New workflows are found by asking; a server on this machine is asked more often than a shared one. */
const POLL_HERE_MS = 200;
const POLL_ELSEWHERE_MS = 2_000;

/** The visibility store may lag behind the histories: what started or closed this shortly before the newest known is listed again. */
const OVERLAP_SECONDS = 60;

/**
 * Keeps the index up to date with a namespace: every run that its visibility store lists for the query, their children and successors, event
 * by event. Open runs that are in the index already are followed on; those whose history is gone are marked as lost.
 *
 * Returns when `signal` is aborted.
 * Throws: TickscopeError for what will not pass and is not about one run, such as `namespace-not-found`.
 */
export async function follow(options: Follow): Promise<void> {
  const health = createServerHealth(options.say);
  const runs = createRunSet({ ...options, health });
  const pollMs = isHere(options.server.address) ? POLL_HERE_MS : POLL_ELSEWHERE_MS;
  let newest: Seconds | undefined;
  while (!options.signal.aborted) {
    const isFirst = newest === undefined;
    newest = await listPatiently(options, health, () => addListed(options, runs, newest));
    // After the list, which says of most of them that they are closed by now: these are read with less haste.
    if (isFirst) addOpen(options, runs);
    await pause(pollMs, options.signal);
  }
  await runs.settled();
}

/** Absent when: aborted. */
async function listPatiently<T>(
  { signal }: Follow,
  health: ServerHealth,
  list: () => Promise<T>,
): Promise<T | undefined> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      const listed = await list();
      health.answered();
      return listed;
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof TickscopeError && error.code === 'server-unreachable')) throw error;
      health.lost(error);
      await pause(toRetryDelayMs(failures), signal);
    }
  }
  return undefined;
}

/** Returns the newest start or end that the server has named so far, by its own clock. */
function addOpen({ server, indexer, signal }: Follow, runs: RunSet): void {
  if (signal.aborted) return;
  for (const key of listOpenRuns(indexer.store.db, server.namespace)) runs.add({ key, isOpen: true });
}

async function addListed({ server, query, signal }: Follow, runs: RunSet, before: Seconds | undefined) {
  let newest = before;
  for await (const run of listWorkflows(server, toQuery(query, before), signal)) {
    runs.add(run);
    const time = parseTime(run.closedAt ?? run.startedAt);
    if (newest === undefined || time.seconds > newest.seconds) newest = time;
  }
  return newest;
}

function toQuery(query: string | undefined, newest: Seconds | undefined): string {
  if (newest === undefined) return query ?? '';
  const since = toTimeText({ seconds: newest.seconds - OVERLAP_SECONDS, nanos: 0 });
  const recent = `StartTime > "${since}" OR CloseTime > "${since}"`;
  return query === undefined ? recent : `(${query}) AND (${recent})`;
}

function isHere(address: string): boolean {
  return /^(?:127\.|localhost\b|\[::1\])/.test(address);
}
