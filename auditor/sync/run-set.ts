import type { HistoryServer } from '../history/connect.ts';
import type { RunKey } from '../model/run.ts';
import { findStoredRun } from '../store/find-run.ts';
import type { Store } from '../store/open-store.ts';
import { createLimiter, type Limiter } from './create-limiter.ts';
import { type FollowContext, followRun } from './follow-run.ts';
import type { ServerHealth } from './server-health.ts';

/** The runs that are being followed. */
export type RunSet = {
  /** Starts to follow a run, unless it is followed already or stored to its end. */
  readonly add: (run: { readonly key: RunKey; readonly isOpen: boolean }) => void;
  /** Resolves when nothing is followed any more. */
  readonly settled: () => Promise<void>;
};

export type RunSetParts = {
  readonly server: HistoryServer;
  readonly store: Store;
  readonly signal: AbortSignal;
  readonly health: ServerHealth;
  readonly say: (line: string) => void;
};

/** Runs whose next events are waited for at once; each takes one HTTP/2 stream for up to 20 s. */
const OPEN_RUNS = 200;

/** Closed runs that are read at once: history of the past must not delay the present. */
const CLOSED_RUNS = 4;

const unlimited: Limiter = (job) => job();

/** Follows each run once, and what it starts. */
export function createRunSet(parts: RunSetParts): RunSet {
  const tasks = new Map<string, Promise<void>>();
  const finished = new Set<string>();
  const limitOpen = createLimiter(OPEN_RUNS);
  const limitClosed = createLimiter(CLOSED_RUNS);

  const add: RunSet['add'] = ({ key, isOpen }) => {
    const name = `${key.workflowId}\n${key.runId}`;
    if (tasks.has(name) || finished.has(name)) return;
    if (isStoredToItsEnd(parts.store, key)) {
      finished.add(name);
      return;
    }
    const context: FollowContext = {
      ...parts,
      limit: isOpen ? limitOpen : unlimited,
      onStarted: (started) => add({ key: started, isOpen: true }),
    };
    const task = isOpen ? followRun(context, key) : limitClosed(() => followRun(context, key));
    const ended = task.then(() => {
      tasks.delete(name);
      finished.add(name);
    });
    tasks.set(name, ended);
  };

  const settled = async (): Promise<void> => {
    while (tasks.size > 0) await Promise.all(tasks.values());
  };
  return { add, settled };
}

function isStoredToItsEnd(store: Store, key: RunKey): boolean {
  const stored = findStoredRun(store.db, key);
  return stored !== undefined && stored.run.status !== 'running';
}
