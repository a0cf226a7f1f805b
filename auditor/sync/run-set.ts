import type { HistoryServer } from '../history/connect.ts';
import type { RunKey } from '../model/run.ts';
import { createLimiter, type Limiter } from './create-limiter.ts';
import { type FollowContext, followRun } from './follow-run.ts';
import type { Indexer } from './indexer.ts';
import { pause } from './pause.ts';
import type { ServerHealth } from './server-health.ts';
import { isStoredToItsEnd } from './stored-to-its-end.ts';

/** The runs that are being followed. */
export type RunSet = {
  /** Starts to follow a run, unless it is followed already or stored to its end. */
  readonly add: (run: { readonly key: RunKey; readonly isOpen: boolean }) => void;
  /** Resolves when nothing is followed any more. */
  readonly settled: () => Promise<void>;
};

type RunSetParts = {
  readonly server: HistoryServer;
  readonly indexer: Indexer;
  readonly signal: AbortSignal;
  readonly health: ServerHealth;
  readonly say: (line: string) => void;
  /** Wait before a run whose following ended early is tried again, after so many failures in a row. Absent when: `toRunRetryMs`. */
  readonly toRetryMs?: (failures: number) => number;
};

/** Runs whose next events are waited for at once; each takes one HTTP/2 stream for up to 20 s. */
const OPEN_RUNS = 200;

/** Closed runs that are read at once: history of the past must not delay the present. */
const CLOSED_RUNS = 4;

const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 3_600_000;

/** What ended the following of one run seldom passes soon, and each attempt may read its whole history: up to an hour. */
const toRunRetryMs = (failures: number): number =>
  Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 10));

const unlimited: Limiter = (job) => job();

/** Follows each run once, and what it starts. */
export function createRunSet(parts: RunSetParts): RunSet {
  const tasks = new Map<string, Promise<void>>();
  const limitOpen = createLimiter(OPEN_RUNS);
  const limitClosed = createLimiter(CLOSED_RUNS);

  const add: RunSet['add'] = ({ key, isOpen }) => {
    const name = `${key.workflowId}\n${key.runId}`;
    // The index knows which runs are done: a list of them here would grow for as long as the follower runs.
    if (tasks.has(name) || isStoredToItsEnd(parts.indexer, key)) return;
    const context: FollowContext = {
      ...parts,
      limit: isOpen ? limitOpen : unlimited,
      onStarted: (started) => add({ key: started, isOpen: true }),
    };
    const once = () => (isOpen ? followRun(context, key) : limitClosed(() => followRun(context, key)));
    const ended = followToItsEnd(parts, key, once).then(() => {
      tasks.delete(name);
    });
    tasks.set(name, ended);
  };

  const settled = async (): Promise<void> => {
    while (tasks.size > 0) await Promise.all(tasks.values());
  };
  return { add, settled };
}

/** Follows again, after a pause, what ended by an error. */
async function followToItsEnd(
  { indexer, signal, toRetryMs = toRunRetryMs }: RunSetParts,
  key: RunKey,
  followOnce: () => Promise<void>,
): Promise<void> {
  for (let failures = 1; !signal.aborted; failures++) {
    await followOnce();
    if (signal.aborted || isStoredToItsEnd(indexer, key)) return;
    await pause(toRetryMs(failures), signal);
  }
}
