import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findRun } from '../history/find-run.ts';
import { readServerPages } from '../history/read-server-pages.ts';
import { findStoredRun } from '../store/find-run.ts';
import { openStore } from '../store/open-store.ts';
import { countCalls } from './_scripted/count-calls.ts';
import { waitFor } from './_scripted/dev-server.ts';
import { openStage, type Stage } from './_scripted/open-stage.ts';
import { readRows } from './_scripted/read-rows.ts';
import { follow } from './follow.ts';
import { createIndexer } from './indexer.ts';
import { pullChain } from './pull-chain.ts';

const FOLLOWER = fileURLToPath(new URL('follow-main.ts', import.meta.url));

let stage: Stage;
let data = '';
const followers = new Set<ChildProcess>();
let said: string[] = [];
let count = 0;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  count += 1;
  data = join(stage.folder, `data-${count}`);
  said = [];
});
afterEach(async () => {
  await Promise.all([...followers].map((child) => kill(child, 'SIGKILL')));
});

async function startFollower(): Promise<ChildProcess> {
  const env = { ...process.env, TEMPORAL_ADDRESS: stage.temporal.address, TICKSCOPE_DATA: data };
  const child = spawn(process.execPath, [FOLLOWER], { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  followers.add(child);
  child.stderr?.on('data', (text) => said.push(String(text)));
  child.once('exit', () => followers.delete(child));
  const [message] = await once(child, 'message');
  expect(message).toEqual({ type: 'ready' });
  return child;
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const gone = once(child, 'exit');
  child.kill(signal);
  const [code] = await gone;
  return code;
}

const countEvents = (workflowId: string): number => readRows(data, workflowId).events.length;

async function waitForStatus(workflowId: string, status: string): Promise<void> {
  await waitFor(`${workflowId} to be ${status}`, () => {
    return readRows(data, workflowId).runs.some((run) => run.status === status) || undefined;
  });
}

/** What the server has now, read into an index of its own. */
async function pullAfresh(workflowId: string) {
  const fresh = join(stage.folder, `pulled-${count}-${workflowId}`);
  const store = openStore(fresh);
  const key = await findRun(stage.server, workflowId);
  await pullChain({ server: stage.server, indexer: createIndexer(store) }, key, {
    extent: 'chain',
    children: 'without',
  });
  store.close();
  return readRows(fresh, workflowId);
}

/** The event with which a follower that starts now begins to read. */
async function readNextEventId(workflowId: string): Promise<number | undefined> {
  const key = await findRun(stage.server, workflowId);
  const store = openStore(data);
  const pageToken = findStoredRun(store.db, key)?.pageToken;
  store.close();
  if (pageToken === undefined) throw new Error('no page token is stored');
  const pages = readServerPages(stage.server, { key, wait: 'for-new-events', pageToken });
  const { value: page } = await pages.next();
  return page?.events[0]?.event.eventId;
}

test('follows a workflow live; pulling it gives the same rows, byte for byte', async () => {
  await startFollower();
  await stage.workflows.start('live');
  await waitFor('the start to be indexed', () => countEvents('live') >= 3 || undefined);
  for (const name of ['note', 'note', 'note']) {
    const before = countEvents('live');
    await stage.workflows.signal('live', name);
    await waitFor('the signal to be indexed', () => countEvents('live') > before || undefined);
  }
  await stage.workflows.signal('live', 'end');
  await waitForStatus('live', 'completed');
  const followed = readRows(data, 'live');
  expect(followed.conflicts).toEqual([]);
  expect(followed.ticks.length).toBeGreaterThan(0);
  expect(followed).toEqual(await pullAfresh('live'));
});

test('after kill -9 the next follower goes on: every event, each once', async () => {
  const first = await startFollower();
  await stage.workflows.start('killed');
  await waitFor('the start to be indexed', () => countEvents('killed') >= 3 || undefined);
  await stage.workflows.signal('killed', 'note');
  await waitFor('some events', () => countEvents('killed') > 4 || undefined);
  await kill(first, 'SIGKILL');
  await stage.workflows.signal('killed', 'note');
  expect(await readNextEventId('killed')).toBe(countEvents('killed') + 1);
  await startFollower();
  await stage.workflows.signal('killed', 'end');
  await waitForStatus('killed', 'completed');
  expect(readRows(data, 'killed')).toEqual(await pullAfresh('killed'));
});

test('follows children and continue-as-new', async () => {
  await startFollower();
  await stage.workflows.start('chain');
  await stage.workflows.signal('chain', 'child:chain-child');
  await waitFor('the child to be indexed', () => countEvents('chain-child') > 0 || undefined);
  await stage.workflows.signal('chain-child', 'end');
  await waitForStatus('chain-child', 'completed');
  await stage.workflows.signal('chain', 'next');
  await waitForStatus('chain', 'continued-as-new');
  await waitForStatus('chain', 'running');
  await stage.workflows.signal('chain', 'end');
  await waitForStatus('chain', 'completed');
  const followed = readRows(data, 'chain');
  expect(followed.runs.length).toBe(2);
  expect(followed).toEqual(await pullAfresh('chain'));
  const [child] = readRows(data, 'chain-child').runs;
  expect(child).toMatchObject({ parent_workflow_id: 'chain', status: 'completed' });
});

test('the ticks of a chain count on, also when its last run was indexed first', async () => {
  await stage.workflows.start('backwards');
  await stage.workflows.signal('backwards', 'next');
  const latest = await waitFor('the second run', async () => {
    const key = await findRun(stage.server, 'backwards');
    const store = openStore(data);
    await pullChain({ server: stage.server, indexer: createIndexer(store) }, key, {
      extent: 'run',
      children: 'without',
    });
    store.close();
    return readRows(data, 'backwards').runs.find((run) => run.previous_run_id !== null) && key;
  });
  await stage.workflows.signal('backwards', 'end');
  await waitFor('the end', async () => {
    const store = openStore(data);
    await pullChain({ server: stage.server, indexer: createIndexer(store) }, latest, {
      extent: 'chain',
      children: 'without',
    });
    store.close();
    return readRows(data, 'backwards').runs.some((run) => run.status === 'completed') || undefined;
  });
  const rows = readRows(data, 'backwards');
  const ticks = rows.ticks.map((tick) => Number(tick.tick));
  expect(new Set(ticks).size).toBe(ticks.length);
  expect(rows).toEqual(await pullAfresh('backwards'));
});

test('a server that goes away and comes back is waited for', async () => {
  await startFollower();
  await stage.workflows.start('patient');
  await waitFor('the start to be indexed', () => countEvents('patient') >= 3 || undefined);
  await stage.temporal.stop();
  await waitFor(
    'the follower to say so',
    () => /cannot be reached.*Trying again/.test(said.join('')) || undefined,
  );
  await stage.temporal.start();
  await waitFor('the follower to say so', () => /answers again/.test(said.join('')) || undefined);
  await stage.workflows.signal('patient', 'end');
  await waitForStatus('patient', 'completed');
  expect(readRows(data, 'patient')).toEqual(await pullAfresh('patient'));
});

test('runs that are stored to their end cost no history call', async () => {
  await stage.workflows.start('complete');
  await stage.workflows.signal('complete', 'end');
  const store = openStore(data);
  const followUntil = async (done: () => boolean | undefined): Promise<string[]> => {
    const asked: string[] = [];
    const ending = new AbortController();
    const following = follow({
      server: countCalls(stage.server, asked),
      indexer: createIndexer(store),
      signal: ending.signal,
      say: () => {},
    });
    await waitFor('the follower', done);
    ending.abort();
    await following;
    return asked;
  };
  await followUntil(
    () => readRows(data, 'complete').runs.some((run) => run.status === 'completed') || undefined,
  );
  await stage.workflows.start('newcomer');
  const asked = await followUntil(() => countEvents('newcomer') > 0 || undefined);
  await stage.workflows.signal('newcomer', 'end');
  store.close();
  expect(asked).toContain('newcomer');
  expect(asked).not.toContain('complete');
});

test.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])('ends in good order on %s', async (signal) => {
  const child = await startFollower();
  expect(await kill(child, signal)).toBe(0);
});

test('ends when the process that started it is gone', async () => {
  const child = await startFollower();
  const gone = once(child, 'exit');
  child.disconnect();
  expect((await gone)[0]).toBe(0);
});
