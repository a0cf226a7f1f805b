import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toCanonicalEvent } from '../history/to-canonical-event.ts';
import { openStore } from '../store/open-store.ts';
import { toRunJson } from './_scripted/event-json.ts';
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
    const events = toRunJson({ runId, tasks: 3, ...other }).map(toCanonicalEvent);
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
