import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { waitFor } from './_scripted/dev-server.ts';
import { openStage, type Stage } from './_scripted/open-stage.ts';
import { follow } from './follow.ts';
import { createIndexer } from './indexer.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('a run that is never idle is confirmed, for a moment that the server was asked at', async () => {
  const store = openStore(join(stage.folder, 'busy'));
  const ending = new AbortController();
  const following = follow({
    ...{ server: stage.server, indexer: createIndexer(store), signal: ending.signal },
    say: () => {},
  });
  const before = Date.now() * 1000;
  await stage.workflows.start('busy');
  const find = store.db
    .prepare<[], number | null>("SELECT confirmed_at_micros FROM run WHERE workflow_id = 'busy'")
    .pluck();
  // A signal with each look: no long poll of 20 s ever ends without an event.
  const confirmed = await waitFor('the run to be confirmed', async () => {
    await stage.workflows.signal('busy', 'note');
    return find.get() ?? undefined;
  });
  expect(confirmed).toBeGreaterThanOrEqual(before);
  const again = await waitFor('it to be confirmed again', async () => {
    await stage.workflows.signal('busy', 'note');
    return (find.get() ?? 0) > confirmed || undefined;
  });
  expect(again).toBe(true);
  await stage.workflows.signal('busy', 'end');
  ending.abort();
  await following;
  store.close();
});
