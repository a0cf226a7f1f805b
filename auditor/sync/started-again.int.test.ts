import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findRun } from '../history/find-run.ts';
import type { ChainRun } from '../model/run.ts';
import { getChain } from '../query/get-chain.ts';
import { listRuns } from '../query/list-runs.ts';
import { openIndex } from '../query/open-index.ts';
import { openStore } from '../store/open-store.ts';
import { waitFor } from './_scripted/dev-server.ts';
import { openStage, type Stage } from './_scripted/open-stage.ts';
import { createIndexer } from './indexer.ts';
import { pullChain } from './pull-chain.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Waits until the server has started a run after this one. */
async function waitForNext(workflowId: string, runId: string): Promise<void> {
  await waitFor('the next run', async () => {
    const latest = await findRun(stage.server, workflowId);
    return latest.runId !== runId || undefined;
  });
}

/** What the index says of a workflow that was pulled whole. */
async function pull(workflowId: string) {
  const folder = join(stage.folder, workflowId);
  const store = openStore(folder);
  const key = await findRun(stage.server, workflowId);
  await pullChain({ server: stage.server, indexer: createIndexer(store) }, key, {
    extent: 'chain',
    children: 'without',
  });
  store.close();
  const index = openIndex(folder);
  try {
    return { chain: getChain(index, { workflowId }), listed: listRuns(index).items };
  } finally {
    index.close();
  }
}

const toLinks = ({ runId, firstRunId, previousRunId, nextRunId, status }: ChainRun) => ({
  ...{ runId, firstRunId, previousRunId, nextRunId, status },
});

test('runs that a cron schedule started are one chain: completed, then running', async () => {
  const first = await stage.workflows.start('cron', { cronSchedule: '@every 1s' });
  await stage.workflows.signal('cron', 'end');
  await waitForNext('cron', first);
  const { chain, listed } = await pull('cron');
  const [, second] = chain.runs;
  expect(chain.runs.map(toLinks)).toEqual([
    { runId: first, firstRunId: first, nextRunId: second?.runId, status: 'completed' },
    { runId: second?.runId, firstRunId: first, previousRunId: first, status: 'running' },
  ]);
  expect(listed).toMatchObject([
    { workflowId: 'cron', firstRunId: first, runs: [{ runId: first }, {}], status: 'running' },
  ]);
});

test('attempts of a workflow with a retry policy are one chain: failed, failed for good', async () => {
  const first = await stage.workflows.start('retry', { retryPolicy: { maximumAttempts: 2 } });
  await stage.workflows.signal('retry', 'fail');
  await waitForNext('retry', first);
  await stage.workflows.signal('retry', 'fail');
  const { chain, listed } = await waitFor('the last attempt to fail', async () => {
    const pulled = await pull('retry');
    return pulled.chain.runs.at(-1)?.status === 'failed' ? pulled : undefined;
  });
  const [, second] = chain.runs;
  expect(chain.runs.map(toLinks)).toEqual([
    { runId: first, firstRunId: first, nextRunId: second?.runId, status: 'failed' },
    { runId: second?.runId, firstRunId: first, previousRunId: first, status: 'failed' },
  ]);
  expect(listed).toMatchObject([
    { workflowId: 'retry', firstRunId: first, runs: [{ runId: first }, {}], status: 'failed' },
  ]);
});
