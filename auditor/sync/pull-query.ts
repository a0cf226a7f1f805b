import { TickscopeError } from '../base/tickscope-error.ts';
import { type ListedRun, listWorkflows } from '../history/list-workflows.ts';
import { createLimiter } from './create-limiter.ts';
import { type Pull, type PulledRun, pullRun } from './pull-run.ts';
import { isStoredToItsEnd } from './stored-to-its-end.ts';

type PullQuery = {
  /** Visibility query of the server. */
  readonly query: string;
  readonly onRun?: (pulled: PulledRun) => void;
  /** Told of a run that could not be pulled; the others are pulled all the same. */
  readonly onTrouble?: (error: TickscopeError) => void;
};

export type QueryPulled = {
  readonly pulledCount: number;
  /** Runs that were stored to their end before: the server was not asked for their histories. */
  readonly knownCount: number;
  readonly failedCount: number;
};

/** Runs that are read at once: while one is indexed, the server prepares the others' pages. */
const AT_ONCE = 4;

const MOST_WAITING = 40;

/**
 * Stores every run that a visibility query selects, as far as the server has it now.
 *
 * Throws: TickscopeError `wrong-usage` for a query that the server does not understand, `server-unreachable`, `index-unusable`; nothing is
 * read or written any more then.
 */
export async function pullQuery(pull: Pull, options: PullQuery): Promise<QueryPulled> {
  const limit = createLimiter(AT_ONCE);
  const count = { pulledCount: 0, knownCount: 0, failedCount: 0 };
  const failing = new AbortController();
  const signal = AbortSignal.any([failing.signal, ...(pull.signal ? [pull.signal] : [])]);
  const running = new Set<Promise<void>>();
  const pullOne = async ({ key }: ListedRun): Promise<void> => {
    if (signal.aborted) return;
    try {
      const pulled = await pullRun({ ...pull, signal }, key);
      count.pulledCount += 1;
      options.onRun?.(pulled);
    } catch (error) {
      if (signal.aborted) return;
      if (!isAboutOneRun(error)) return failing.abort(error);
      count.failedCount += 1;
      options.onTrouble?.(error);
    }
  };
  const start = (run: ListedRun): void => {
    const pulling = limit(() => pullOne(run)).finally(() => running.delete(pulling));
    running.add(pulling);
  };
  try {
    for await (const run of listWorkflows(pull.server, options.query, signal)) {
      if (isStoredToItsEnd(pull.indexer, run.key)) count.knownCount += 1;
      else start(run);
      // So many runs wait at most, however many the query selects.
      if (running.size >= MOST_WAITING) await Promise.race(running);
      if (signal.aborted) break;
    }
  } catch (error) {
    failing.abort(failing.signal.aborted ? failing.signal.reason : error);
  }
  await Promise.all(running);
  if (failing.signal.aborted) throw failing.signal.reason;
  return count;
}

/** What is wrong with one run's history, or gone by now, says nothing of the others. */
function isAboutOneRun(error: unknown): error is TickscopeError {
  return (
    error instanceof TickscopeError &&
    ['workflow-not-found', 'event-conflict', 'history-invalid'].includes(error.code)
  );
}
