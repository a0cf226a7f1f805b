import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore, type Store } from '../../store/open-store.ts';
import { createIndexer } from '../indexer.ts';
import { pullQuery } from '../pull-query.ts';
import { waitFor } from './dev-server.ts';
import type { Stage } from './open-stage.ts';

const FOLLOWER = fileURLToPath(new URL('../follow-main.ts', import.meta.url));

/** Signals that each run has before the first kill, so that there is something to pull. */
const SIGNALS_BEFORE = 40;

type KillFollower = {
  readonly kills: number;
  readonly runs: number;
  /** Share of 1: how long after its first new event a follower is killed. */
  readonly random: () => number;
  readonly say: (line: string) => void;
};

/** The index that the killed followers wrote, and one that was pulled without kills. Both belong to the stage's folder. */
type Killed = {
  readonly followed: string;
  readonly pulled: string;
  readonly workflowIds: readonly string[];
  /** Events in the index when each follower was killed. */
  readonly eventCounts: readonly number[];
};

/** Longest wait after a follower's first new event: about what it takes to index all that there is. */
const LONGEST_DELAY_MS = 150;

/** Has one follower after another killed with SIGKILL while it writes runs that go on meanwhile; the last one reads them to their end. */
export async function killFollower(stage: Stage, options: KillFollower): Promise<Killed> {
  const workflowIds = Array.from({ length: options.runs }, (_, at) => `run-${at + 1}`);
  for (const id of workflowIds) await stage.workflows.start(id);
  await signalEach(stage, workflowIds, SIGNALS_BEFORE);
  const followed = join(stage.folder, 'followed');
  const store = openStore(followed);
  const eventCounts: number[] = [];
  try {
    for (let kill = 1; kill <= options.kills; kill++) {
      eventCounts.push(await killWhileWriting(stage, store, workflowIds, options));
      options.say(`kill ${kill} of ${options.kills}: ${eventCounts.at(-1)} events in the index`);
    }
    await followToTheEnd(stage, store, workflowIds);
  } finally {
    store.close();
  }
  const pulled = join(stage.folder, 'pulled');
  await pullAll(stage, pulled);
  return { followed, pulled, workflowIds, eventCounts };
}

async function signalEach(stage: Stage, workflowIds: readonly string[], times: number): Promise<void> {
  for (let at = 0; at < times; at++) {
    await Promise.all(workflowIds.map((id) => stage.workflows.signal(id, 'note')));
  }
}

async function killWhileWriting(
  stage: Stage,
  store: Store,
  workflowIds: readonly string[],
  { random }: KillFollower,
): Promise<number> {
  const before = countEvents(store);
  const child = startFollower(stage);
  const feeding = signalEach(stage, workflowIds, 1);
  await waitFor('the follower to write', () => countEvents(store) > before || undefined);
  await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_DELAY_MS));
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await Promise.all([gone, feeding]);
  return countEvents(store);
}

async function followToTheEnd(stage: Stage, store: Store, workflowIds: readonly string[]): Promise<void> {
  await Promise.all(workflowIds.map((id) => stage.workflows.signal(id, 'end')));
  const child = startFollower(stage);
  const gone = once(child, 'exit');
  const completed = store.db.prepare<[], { n: number }>(
    "SELECT count(*) AS n FROM run WHERE status = 'completed'",
  );
  await waitFor('all runs to be stored', () => completed.get()?.n === workflowIds.length || undefined);
  child.kill('SIGTERM');
  await gone;
}

function startFollower(stage: Stage): ChildProcess {
  const env = {
    ...process.env,
    TEMPORAL_ADDRESS: stage.temporal.address,
    TICKSCOPE_DATA: join(stage.folder, 'followed'),
  };
  return spawn(process.execPath, [FOLLOWER], { env, stdio: 'ignore' });
}

function countEvents({ db }: Store): number {
  return db.prepare<[], { n: number }>('SELECT count(*) AS n FROM event').get()?.n ?? 0;
}

async function pullAll({ server }: Stage, dataFolder: string): Promise<void> {
  const store = openStore(dataFolder);
  try {
    await pullQuery({ server, indexer: createIndexer(store) }, { query: '' });
  } finally {
    store.close();
  }
}
