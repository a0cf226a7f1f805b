import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { toCanonicalEvents, toRunJson } from './_scripted/event-json.ts';
import { readRows } from './_scripted/read-rows.ts';
import { indexPage } from './index-run.ts';
import { createIndexer } from './indexer.ts';
import { reindex } from './reindex.ts';

test('derives the same rows again, also where they were lost or wrong', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickscope-reindex-'));
  const store = openStore(folder);
  for (const [runId, other] of [
    ['a', { nextRunId: 'b', closedBy: 'WORKFLOW_EXECUTION_CONTINUED_AS_NEW' }],
    ['b', { previousRunId: 'a' }],
  ] as const) {
    const events = toCanonicalEvents(toRunJson({ runId, tasks: 3, ...other }));
    indexPage(createIndexer(store), {
      key: { namespace: 'default', workflowId: 'sample', runId },
      source: 'file',
      events,
    });
  }
  const before = readRows(folder, 'sample');
  store.db.exec(
    "DELETE FROM tick WHERE tick = 2; UPDATE tick SET outcome = 'BUY'; UPDATE run SET carry_json = NULL",
  );
  expect(reindex(createIndexer(store), { which: 'all' })).toEqual({
    runCount: 2,
    tickCount: before.ticks.length,
    failures: [],
  });
  expect(readRows(folder, 'sample')).toEqual(before);
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a full disk ends it with its name, and costs no row', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickscope-reindex-'));
  const store = openStore(folder);
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const events = toCanonicalEvents(toRunJson({ runId: 'a', tasks: 300 }));
  const key = { namespace: 'default', workflowId: 'sample', runId: 'a' };
  indexPage(createIndexer(store), { key, source: 'file', events });
  store.db.exec('DELETE FROM tick; DELETE FROM event_group; VACUUM');
  store.db.pragma('max_page_count = 1');
  const before = readRows(folder, 'sample');
  expect(() => reindex(createIndexer(store), { which: 'all' })).toThrow(
    expect.objectContaining({ code: 'index-unusable' }),
  );
  expect(readRows(folder, 'sample')).toEqual(before);
});
