import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { findRun } from '../history/find-run.ts';
import { findStoredRun } from '../store/find-run.ts';
import { openStore } from '../store/open-store.ts';
import { waitFor } from './_scripted/dev-server.ts';
import { openStage, type Stage } from './_scripted/open-stage.ts';
import { createIndexer } from './indexer.ts';
import { pullChain } from './pull-chain.ts';
import { createRunSet } from './run-set.ts';
import { createServerHealth } from './server-health.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** A run that is stored with damage until `repair` is called. */
async function openDamaged(workflowId: string) {
  await stage.workflows.start(workflowId);
  const key = await findRun(stage.server, workflowId);
  const store = openStore(join(stage.folder, workflowId));
  await pullChain({ server: stage.server, indexer: createIndexer(store) }, key, {
    extent: 'run',
    children: 'without',
  });
  const events = store.db.prepare<[], { sha256: Buffer }>('SELECT sha256 FROM event WHERE event_id = 1');
  const sound = events.get()?.sha256;
  store.db.exec('DROP TRIGGER event_is_never_updated; UPDATE run SET page_token = NULL');
  const write = store.db.prepare('UPDATE event SET sha256 = ? WHERE event_id = 1');
  // Another first event than the server has: following ends with `event-conflict`.
  write.run(Buffer.alloc(32));
  const repair = () => write.run(sound);
  return { key, store, repair };
}

test('a run whose following ended by an error is followed again, and to its end', async () => {
  const { key, store, repair } = await openDamaged('damaged');
  await stage.workflows.signal('damaged', 'end');
  const said: string[] = [];
  const ending = new AbortController();
  const say = (line: string): void => {
    said.push(line);
  };
  const runs = createRunSet({
    ...{
      server: stage.server,
      indexer: createIndexer(store),
      say,
      signal: ending.signal,
      toRetryMs: () => 50,
    },
    health: createServerHealth(say),
  });
  runs.add({ key, isOpen: true });
  await waitFor('the trouble to be told', () => said.length > 0 || undefined);
  repair();
  await waitFor(
    'the run to be stored',
    () => findStoredRun(store.db, key)?.run.status === 'completed' || undefined,
  );
  await runs.settled();
  // Stored to its end: adding it again follows nothing.
  runs.add({ key, isOpen: false });
  await runs.settled();
  ending.abort();
  store.close();
});
