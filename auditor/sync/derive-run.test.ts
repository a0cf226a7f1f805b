import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findStoredRun } from '../store/find-run.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { toCanonicalEvents, toRunJson } from './_scripted/event-json.ts';
import { readRows } from './_scripted/read-rows.ts';
import { deriveRun } from './derive-run.ts';
import { indexPage } from './index-run.ts';
import { createIndexer } from './indexer.ts';

const KEY = { namespace: 'default', workflowId: 'sample', runId: 'run-1' };

let folder = '';
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-derive-'));
  store = openStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

function derive(): number {
  const stored = findStoredRun(store.db, KEY);
  if (stored === undefined) throw new Error('not stored');
  return deriveRun(createIndexer(store), { stored });
}

test('derived again from the start: the same rows', () => {
  indexPage(createIndexer(store), {
    key: KEY,
    source: 'file',
    events: toCanonicalEvents(toRunJson({ runId: 'run-1', tasks: 4 })),
  });
  const rows = readRows(folder, 'sample');
  expect(derive()).toBe(rows.ticks.length);
  expect(readRows(folder, 'sample')).toEqual(rows);
});

test('a page after a restart needs no memory of the open tick', () => {
  const events = toCanonicalEvents(toRunJson({ runId: 'run-1', tasks: 4 }));
  const page = (from: number, to?: number) => ({
    key: KEY,
    source: 'file' as const,
    events: events.slice(from, to),
  });
  indexPage(createIndexer(store), page(0));
  const atOnce = readRows(folder, 'sample');
  const other = openStore(join(folder, 'other'));
  for (let from = 0; from < events.length; from += 3) indexPage(createIndexer(other), page(from, from + 3));
  other.close();
  expect(readRows(join(folder, 'other'), 'sample')).toEqual(atOnce);
});

test('a closed run has no open tick', () => {
  const json = toRunJson({ runId: 'run-1', tasks: 2, closedBy: 'WORKFLOW_EXECUTION_TERMINATED' });
  indexPage(createIndexer(store), { key: KEY, source: 'file', events: toCanonicalEvents(json) });
  expect(findStoredRun(store.db, KEY)).toMatchObject({
    openFromEventId: json.length + 1,
    carry: { tick: 2 },
  });
  expect(readRows(folder, 'sample').ticks.some((tick) => tick.status === 'open')).toBe(false);
});
