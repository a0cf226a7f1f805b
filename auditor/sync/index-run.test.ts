import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JsonObject } from '../model/history-event.ts';
import { findStoredRun } from '../store/find-run.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { type RunJson, toCanonicalEvents, toRunJson } from './_scripted/event-json.ts';
import { readRows } from './_scripted/read-rows.ts';
import { indexPage } from './index-run.ts';
import { createIndexer } from './indexer.ts';

let folder = '';
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-index-'));
  store = openStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const toKey = ({ runId, workflowId = 'sample' }: Pick<RunJson, 'runId' | 'workflowId'>) => ({
  namespace: 'default',
  workflowId,
  runId,
});

function index(spec: RunJson, into: Store, pageLength = 1_000): void {
  const json = toRunJson(spec);
  for (let from = 0; from < json.length; from += pageLength)
    indexEvents(spec, json.slice(from, from + pageLength), into);
}

function indexEvents(spec: RunJson, json: readonly JsonObject[], into: Store) {
  return indexPage(createIndexer(into), {
    key: toKey(spec),
    source: 'file',
    events: toCanonicalEvents(json),
  });
}

/** Rows of an index of its own, filled by `fill`. */
function rowsOf(name: string, fill: (into: Store) => void) {
  const other = openStore(join(folder, name));
  fill(other);
  other.close();
  return readRows(join(folder, name), 'sample');
}

const RUN: RunJson = { runId: 'run-1', tasks: 6, closedBy: 'WORKFLOW_EXECUTION_COMPLETED' };

test('by pages of one event, of seven, and at once: the same rows', () => {
  const atOnce = rowsOf('at-once', (into) => index(RUN, into));
  expect(atOnce.ticks.length).toBeGreaterThan(2);
  expect(rowsOf('by-one', (into) => index(RUN, into, 1))).toEqual(atOnce);
  expect(rowsOf('by-seven', (into) => index(RUN, into, 7))).toEqual(atOnce);
});

test('twice is the same as once', () => {
  const once = rowsOf('once', (into) => index(RUN, into));
  const twice = rowsOf('twice', (into) => {
    index(RUN, into);
    index(RUN, into, 5);
  });
  expect(twice).toEqual(once);
});

test('the facts of the run advance with its events', () => {
  const json = toRunJson(RUN);
  expect(indexEvents(RUN, json.slice(0, 5), store).run).toMatchObject({ status: 'running', eventCount: 5 });
  expect(indexEvents(RUN, json, store)).toMatchObject({
    run: { status: 'completed', eventCount: json.length, workflowType: 'sample', source: 'file' },
    added: { length: json.length - 5 },
    conflicts: [],
  });
});

const VIEW_ONLY = 'its payloads are shown as values';

/** Events `from` up to, and without, `to` of the run, read from a server, a file, or a file that may only be viewed. */
function indexPart(copy: 'server' | 'file' | 'view', from: number, to?: number) {
  const { run, noLongerViewOnly } = indexPage(createIndexer(store), {
    key: toKey(RUN),
    source: copy === 'server' ? 'server' : 'file',
    events: toCanonicalEvents(toRunJson(RUN).slice(from, to)),
    ...(copy === 'view' ? { viewOnly: VIEW_ONLY, format: 'ui-readable' } : {}),
  });
  const stored = findStoredRun(store.db, toKey(RUN))?.run;
  expect(stored?.viewOnly).toBe(run?.viewOnly);
  return { viewOnly: run?.viewOnly, noLongerViewOnly };
}

test.each(['server', 'file'] as const)(
  'what a copy that may only be viewed adds to one from a %s makes that view only',
  (copy) => {
    expect(indexPart(copy, 0, 6).viewOnly).toBeUndefined();
    expect(indexPart('view', 0, 6).viewOnly).toBeUndefined();
    expect(indexPart('view', 0).viewOnly).toBe(VIEW_ONLY);
    // One that knows no more than was known before says nothing of the rest.
    expect(indexPart(copy, 0, 6)).toEqual({ viewOnly: VIEW_ONLY });
    expect(indexPart('view', 0)).toEqual({ viewOnly: VIEW_ONLY });
  },
);

test.each(['server', 'file'] as const)(
  'a copy from a %s with the same bytes to the end makes it replayable, page by page too',
  (copy) => {
    expect(indexPart('view', 0, 9)).toEqual({ viewOnly: VIEW_ONLY });
    expect(indexPart(copy, 0, 5)).toEqual({ viewOnly: VIEW_ONLY });
    expect(indexPart(copy, 5)).toEqual({ noLongerViewOnly: VIEW_ONLY });
    expect(indexPart(copy, 0)).toEqual({});
  },
);

test('one with other bytes changes nothing', () => {
  indexPart('view', 0);
  const forged = toRunJson(RUN).map((event) => ({ ...event, taskId: '1' }));
  expect(indexEvents(RUN, forged, store).conflicts.length).toBeGreaterThan(0);
  expect(findStoredRun(store.db, toKey(RUN))?.run.viewOnly).toBe(VIEW_ONLY);
});

test('derivation starts at the open tick, not at the start of the run', () => {
  const json = toRunJson({ runId: 'run-1', tasks: 6 });
  indexEvents(RUN, json, store);
  const stored = findStoredRun(store.db, toKey(RUN));
  expect(stored?.openFromEventId).toBeGreaterThan(json.length - 8);
  expect(stored?.carry?.tick).toBeGreaterThan(0);
});

test('an empty page of an unknown run stores nothing', () => {
  expect(indexEvents(RUN, [], store)).toEqual({ added: [], conflicts: [] });
  expect(findStoredRun(store.db, toKey(RUN))).toBeUndefined();
});

test('a history without its start is refused and leaves nothing', () => {
  expect(() => indexEvents(RUN, toRunJson(RUN).slice(3), store)).toThrow(
    expect.objectContaining({
      code: 'history-invalid',
      message: 'The history starts at event 4. Nothing of it was added.',
    }),
  );
  expect(findStoredRun(store.db, toKey(RUN))).toBeUndefined();
});

test('other bytes for a stored event are an alarm and add nothing', () => {
  const json = toRunJson(RUN);
  indexEvents(RUN, json.slice(0, 4), store);
  const forged = json.map((event) => (event.eventId === '2' ? { ...event, taskId: '7' } : event));
  expect(indexEvents(RUN, forged, store)).toMatchObject({
    added: [],
    conflicts: [2],
    run: { eventCount: 4 },
  });
  expect(readRows(folder, 'sample').conflicts).toEqual([{ run_id: 'run-1', event_id: 2 }]);
});

test('the place of a long poll is kept with its events, and by a page without one', () => {
  const [first, ...rest] = toCanonicalEvents(toRunJson(RUN));
  if (first === undefined) throw new Error('no events');
  const pageToken = Buffer.from('place');
  indexPage(createIndexer(store), { key: toKey(RUN), source: 'server', events: [first], pageToken });
  indexPage(createIndexer(store), { key: toKey(RUN), source: 'server', events: rest });
  expect(findStoredRun(store.db, toKey(RUN))?.pageToken).toEqual(pageToken);
});

test('ticks count on through the chain, in whichever order its runs arrive', () => {
  const first: RunJson = {
    runId: 'a',
    tasks: 3,
    closedBy: 'WORKFLOW_EXECUTION_CONTINUED_AS_NEW',
    nextRunId: 'b',
  };
  const second: RunJson = {
    runId: 'b',
    tasks: 3,
    closedBy: 'WORKFLOW_EXECUTION_COMPLETED',
    previousRunId: 'a',
  };
  const inOrder = rowsOf('in-order', (into) => {
    index(first, into);
    index(second, into);
  });
  const backwards = rowsOf('backwards', (into) => {
    index(second, into);
    index(first, into, 4);
  });
  const numbers = inOrder.ticks.map((tick) => tick.tick);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(backwards).toEqual(inOrder);
});

test('a chain that claims to continue itself ends the work', () => {
  const loop: RunJson = {
    runId: 'a',
    tasks: 1,
    closedBy: 'WORKFLOW_EXECUTION_CONTINUED_AS_NEW',
    nextRunId: 'a',
    previousRunId: 'a',
  };
  index(loop, store);
  expect(findStoredRun(store.db, toKey(loop))?.run.status).toBe('continued-as-new');
});

test('wherever in a page the disk is full, it is told, and nothing of the page is stored', () => {
  const spec: RunJson = { runId: 'run-1', tasks: 60 };
  const told: unknown[] = [];
  const least = Number(store.db.pragma('page_count', { simple: true }));
  for (let more = 0; more < 200; more += 1) {
    store.db.pragma(`max_page_count = ${least + more}`);
    try {
      expect(indexEvents(spec, toRunJson(spec), store)).not.toHaveProperty('derivationError');
      break;
    } catch (error) {
      told.push(error);
      expect(readRows(folder, 'sample').events).toEqual([]);
    }
  }
  expect(told.length).toBeGreaterThan(5);
  for (const error of told) expect(error).toMatchObject({ code: 'index-unusable' });
});
