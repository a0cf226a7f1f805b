import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { waitFor } from './_scripted/dev-server.ts';
import { openStage, type Stage } from './_scripted/open-stage.ts';
import { readRows } from './_scripted/read-rows.ts';
import { checkIndex } from './check/check-index.ts';
import { createIndexer } from './indexer.ts';
import { pullQuery } from './pull-query.ts';

const FOLLOWER = fileURLToPath(new URL('follow-main.ts', import.meta.url));
const CLI = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const RECORDINGS = fileURLToPath(new URL('../../replay-fixtures/frameworks', import.meta.url));
const IDS = ['shared-1', 'shared-2', 'shared-3'];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

function start(data: string, ...argv: string[]): ChildProcess {
  const env = { ...process.env, TEMPORAL_ADDRESS: stage.temporal.address, TICKSCOPE_DATA: data };
  return spawn(process.execPath, argv, { env, stdio: 'ignore' });
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

test('two followers and an import write one index at once: each event once, nothing lost, the index clean', async () => {
  const data = join(stage.folder, 'shared');
  openStore(data).close();
  const followers = [start(data, FOLLOWER), start(data, FOLLOWER)];
  const importing = start(data, CLI, 'import', RECORDINGS, '--data', data);
  const imported = once(importing, 'exit');
  for (const id of IDS) await stage.workflows.start(id);
  for (let sent = 0; sent < 30; sent++)
    await Promise.all(IDS.map((id) => stage.workflows.signal(id, 'note')));
  await Promise.all(IDS.map((id) => stage.workflows.signal(id, 'end')));
  for (const id of IDS) {
    await waitFor(
      `${id} to be stored`,
      () => readRows(data, id).runs[0]?.status === 'completed' || undefined,
    );
  }
  expect((await imported)[0]).toBe(0);
  await Promise.all(followers.map(end));
  expect([...checkIndex({ dataFolder: data, depth: 'all' })].flatMap(({ findings }) => findings)).toEqual([]);
  const alone = join(stage.folder, 'alone');
  const store = openStore(alone);
  await pullQuery({ server: stage.server, indexer: createIndexer(store) }, { query: '' });
  store.close();
  for (const id of IDS) expect(readRows(data, id)).toEqual(readRows(alone, id));
  const recordings = readdirSync(RECORDINGS).filter((name) => name.endsWith('.history.json'));
  const { db, close } = openStore(data);
  expect(db.prepare("SELECT count(*) AS n FROM run WHERE source = 'file'").get()).toEqual({
    n: recordings.length,
  });
  close();
}, 60_000);
