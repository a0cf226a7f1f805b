import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { countCalls } from './_scripted/count-calls.ts';
import { waitFor } from './_scripted/dev-server.ts';
import { openStage, type Stage } from './_scripted/open-stage.ts';
import { follow } from './follow.ts';
import { createIndexer } from './indexer.ts';
import { pullQuery } from './pull-query.ts';

const RUNS = 1_000;
const AT_ONCE = 50;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Terminated, since that is quicker than having each decided. */
async function closeRuns(): Promise<void> {
  const { namespace, connection } = stage.server;
  const { workflowService } = connection;
  for (let from = 0; from < RUNS; from += AT_ONCE) {
    const ids = Array.from({ length: AT_ONCE }, (_, at) => `known-${from + at}`);
    await Promise.all(
      ids.map(async (id) => {
        await stage.workflows.start(id);
        await workflowService.terminateWorkflowExecution({
          namespace,
          workflowExecution: { workflowId: id },
        });
      }),
    );
  }
}

test('a follower that starts with 1,000 known closed runs asks for no history; pulling them again does not either', async () => {
  await closeRuns();
  const store = openStore(join(stage.folder, 'known'));
  const indexer = createIndexer(store);
  const query = 'WorkflowType = "scripted"';
  const countClosed = () =>
    store.db.prepare<[], { n: number }>("SELECT count(*) AS n FROM run WHERE status = 'terminated'").get()?.n;
  await waitFor('all runs to be stored', async () => {
    await pullQuery({ server: stage.server, indexer }, { query });
    return countClosed() === RUNS || undefined;
  });
  const asked: string[] = [];
  const server = countCalls(stage.server, asked);
  expect(await pullQuery({ server, indexer }, { query })).toEqual({
    pulledCount: 0,
    knownCount: RUNS,
    failedCount: 0,
  });
  const ending = new AbortController();
  const following = follow({ server, indexer, signal: ending.signal, say: () => {} });
  // Its first list names all of them; that the newcomer came says that the list is over.
  await stage.workflows.start('newcomer');
  await waitFor('the newcomer', () => asked.includes('newcomer') || undefined);
  ending.abort();
  await following;
  store.close();
  expect(asked.filter((workflowId) => workflowId.startsWith('known-'))).toEqual([]);
}, 120_000);
