import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { waitFor } from './_scripted/dev-server.ts';
import { openStage, type Stage } from './_scripted/open-stage.ts';
import { readRows } from './_scripted/read-rows.ts';
import { follow } from './follow.ts';
import { createIndexer } from './indexer.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('a follower whose disk is full says so, waits, and goes on when there is room: nothing is lost', async () => {
  const data = join(stage.folder, 'full');
  const store = openStore(data);
  const said: string[] = [];
  const ending = new AbortController();
  const following = follow({
    server: stage.server,
    indexer: createIndexer(store),
    signal: ending.signal,
    say: (line) => said.push(line),
  });
  await stage.workflows.start('patient');
  await waitFor('the start', () => readRows(data, 'patient').events.length >= 3 || undefined);
  // SQLite then says what it says of a full disk.
  store.db.pragma(`max_page_count = ${store.db.pragma('page_count', { simple: true })}`);
  for (let sent = 0; !said.some((line) => line.includes('the disk is full')) && sent < 2_000; sent++) {
    await stage.workflows.signal('patient', 'note');
  }
  await waitFor(
    'the trouble to be told',
    () => said.some((line) => line.includes('the disk is full')) || undefined,
  );
  store.db.pragma('max_page_count = 1000000');
  await stage.workflows.signal('patient', 'end');
  await waitFor(
    'the run to be stored',
    () => readRows(data, 'patient').runs.some((run) => run.status === 'completed') || undefined,
  );
  ending.abort();
  await following;
  store.close();
  const rows = readRows(data, 'patient');
  expect(rows.events.map((event) => event.event_id)).toEqual(rows.events.map((_, at) => at + 1));
}, 60_000);
