import { TickscopeError } from '../base/tickscope-error.ts';
import type { RunKey } from '../model/run.ts';
import { type Pull, type PulledRun, pullRun } from './pull-run.ts';

type PullChain = {
  /** `chain`: all runs that continued each other. `run`: this one alone. */
  readonly extent: 'chain' | 'run';
  /** With `with`, the chains of children too, and of their children. */
  readonly children: 'with' | 'without';
  readonly onRun?: (pulled: PulledRun) => void;
};

/** Pulls a run once. Absent when: its retention is over. */
type Visit = (key: RunKey) => Promise<PulledRun | undefined>;

/**
 * Pulls a run and, when asked, the runs that it continues, those that continue it, and their children.
 *
 * Throws: as `pullRun`. Runs other than the one asked for are left out when their retention is over.
 */
export async function pullChain(pull: Pull, key: RunKey, options: PullChain): Promise<readonly PulledRun[]> {
  const pulled = new Map<string, PulledRun>();
  const visit = createVisit(pull, pulled, options);
  const asked = await visit(key);
  if (asked === undefined) throw toRunLost(key);
  const waiting: PulledRun[] = [asked];
  for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
    const chain = options.extent === 'chain' ? await visitChain(visit, run) : [run];
    if (options.children === 'without') break;
    for (const child of chain.flatMap((member) => member.children)) {
      const seen = pulled.has(child.runId);
      const visited = await visit(child);
      if (!seen && visited !== undefined) waiting.push(visited);
    }
  }
  return [...pulled.values()];
}

function createVisit(pull: Pull, pulled: Map<string, PulledRun>, options: PullChain): Visit {
  return async (key) => {
    const known = pulled.get(key.runId);
    if (known !== undefined) return known;
    try {
      const run = await pullRun(pull, key);
      pulled.set(key.runId, run);
      options.onRun?.(run);
      return run;
    } catch (error) {
      if (error instanceof TickscopeError && error.code === 'workflow-not-found') return undefined;
      throw error;
    }
  };
}

async function visitChain(visit: Visit, asked: PulledRun): Promise<readonly PulledRun[]> {
  // From the oldest on, so that each run is derived when the one before it is known.
  const first = await visit({ ...asked.run, runId: asked.run.firstRunId });
  const before =
    first === undefined ? await walk(visit, asked, 'previousRunId') : await walk(visit, first, 'nextRunId');
  // A reset run has the chain's first run id, but no run names it as its successor.
  const after = await walk(visit, asked, 'nextRunId');
  return [...new Set([...before, ...after])];
}

async function walk(
  visit: Visit,
  from: PulledRun,
  link: 'previousRunId' | 'nextRunId',
): Promise<readonly PulledRun[]> {
  const walked = new Set<PulledRun>();
  let run: PulledRun | undefined = from;
  while (run !== undefined && !walked.has(run)) {
    walked.add(run);
    const runId: string | undefined = run.run[link];
    run = runId === undefined ? undefined : await visit({ ...from.run, runId });
  }
  return [...walked];
}

function toRunLost(key: RunKey): TickscopeError {
  const which = `Run ${key.runId} of ${key.workflowId}`;
  return new TickscopeError(
    'workflow-not-found',
    `${which} has no history on the server: its retention is over.`,
  );
}
