import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HistoryServer } from '../history/connect.ts';
import { findRun } from '../history/find-run.ts';
import { readServerPages } from '../history/read-server-pages.ts';
import { findStoredRun } from '../store/find-run.ts';
import { openStore } from '../store/open-store.ts';
import { waitFor } from './_scripted/dev-server.ts';
import { openStage, type Stage } from './_scripted/open-stage.ts';
import { importFiles } from './import-files.ts';
import { createIndexer } from './indexer.ts';
import { pullQuery } from './pull-query.ts';
import { pullRun } from './pull-run.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  for (const id of ['a', 'b', 'c']) await stage.workflows.start(id);
});
afterAll(() => stage.close());

type List = HistoryServer['connection']['workflowService']['listWorkflowExecutions'];

/** The stage's server, whose histories cannot be had and whose list goes on for ever. */
function createBroken(): HistoryServer {
  const service = stage.server.connection.workflowService;
  const fail = async (): Promise<never> => {
    throw Object.assign(new Error('14 UNAVAILABLE: gone'), { code: 14, details: 'gone', metadata: {} });
  };
  const list = async (request: Parameters<List>[0]) => {
    const page = await service.listWorkflowExecutions({ ...request, nextPageToken: null });
    // Longer than a history takes to fail.
    if (request.nextPageToken) await new Promise((resolve) => setTimeout(resolve, 200));
    return { ...page, nextPageToken: Buffer.from('more') };
  };
  const workflowService = Object.create(service, {
    getWorkflowExecutionHistory: { value: fail },
    listWorkflowExecutions: { value: list },
  });
  const connection = Object.create(stage.server.connection, { workflowService: { value: workflowService } });
  return { ...stage.server, connection };
}

test('a server that is lost while runs are listed ends the pull with its error, after what was running', async () => {
  const store = openStore(join(stage.folder, 'lost'));
  await waitFor('the runs to be listed', async () => {
    const page = await stage.server.connection.workflowService.listWorkflowExecutions({
      namespace: 'default',
    });
    return page.executions.length === 3 || undefined;
  });
  const pulling = pullQuery({ server: createBroken(), indexer: createIndexer(store) }, { query: '' });
  await expect(pulling).rejects.toMatchObject({ code: 'server-unreachable' });
  store.close();
});

test('Ctrl-C ends it without an error; what is there stays', async () => {
  const store = openStore(join(stage.folder, 'stopped'));
  const ending = new AbortController();
  const pulled = await pullQuery(
    { server: stage.server, indexer: createIndexer(store), signal: ending.signal },
    { query: '', onRun: () => ending.abort() },
  ).catch((error: unknown) => (ending.signal.aborted ? 'stopped' : Promise.reject(error)));
  expect(pulled).toBeDefined();
  expect(store.db.prepare('SELECT count(*) AS n FROM run').get()).not.toEqual({ n: 0 });
  store.close();
});

test('a copy for viewing only can be replayed when the server has the same bytes', async () => {
  const store = openStore(join(stage.folder, 'viewed'));
  const [indexer, key] = [createIndexer(store), await findRun(stage.server, 'a')];
  const texts: string[] = [];
  for await (const { events } of readServerPages(stage.server, { key, wait: 'no' }))
    texts.push(...events.map(({ canonical }) => canonical));
  const file = join(stage.folder, 'viewed.json');
  writeFileSync(file, `{"viewOnly":"shown as values","events":[${texts.join(',')}]}`);
  const [imported] = importFiles({ indexer, dataFolder: stage.folder, namespace: 'default' }, [file]);
  expect(imported).toMatchObject({ run: { viewOnly: 'shown as values' } });
  const { run } = await pullRun({ server: stage.server, indexer }, key);
  expect(run).not.toHaveProperty('viewOnly');
  expect(findStoredRun(store.db, key)?.run).not.toHaveProperty('viewOnly');
  store.close();
});
