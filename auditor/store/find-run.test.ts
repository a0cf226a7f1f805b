import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Run } from '../model/run.ts';
import { SAMPLE_RUN, sampleEvents, sampleTick } from './_scripted/sample-rows.ts';
import { findStoredRun, listStoredRuns, listUnderivedRuns } from './find-run.ts';
import { migrate } from './migrations/migrate.ts';
import { writeDerived } from './write-derived.ts';
import { writeEvents } from './write-events.ts';
import { writePageToken, writeRun } from './write-run.ts';

function open(): Database.Database {
  const db = new Database(':memory:');
  migrate(db);
  return db;
}

test('facts, carry and token come back as they were written', () => {
  const db = open();
  const run: Run = {
    ...SAMPLE_RUN,
    status: 'continued-as-new',
    closedAt: '2026-11-23T21:00:00Z',
    previousRunId: 'run-0',
    nextRunId: 'run-2',
    parent: { workflowId: 'boss', runId: 'boss-run' },
  };
  const pk = writeRun(db, { run, pulledAtMicros: 1 });
  expect(findStoredRun(db, run)).toEqual({ pk, run, openFromEventId: 1, derivedEventCount: 0 });
  writePageToken(db, pk, Buffer.from('token'));
  writeDerived(db, {
    ...{
      runPk: pk,
      adapter: 'sample/1',
      derivedEventCount: 4,
      modelCalls: [],
      toolCalls: [],
      toolFields: [],
      laterAnswers: [],
    },
    fromEventId: 1,
    ticks: [{ tick: sampleTick(1, 1, 4) }],
    openFromEventId: 5,
    carry: { tick: 1 },
  });
  expect(findStoredRun(db, run)).toEqual({
    pk,
    run,
    openFromEventId: 5,
    ...{ adapter: 'sample/1', derivedEventCount: 4 },
    carry: { tick: 1 },
    pageToken: Buffer.from('token'),
  });
});

test('a run is found by all three parts of its key', () => {
  const db = open();
  writeRun(db, { run: SAMPLE_RUN, pulledAtMicros: 1 });
  for (const other of [{ namespace: 'x' }, { workflowId: 'x' }, { runId: 'x' }]) {
    expect(findStoredRun(db, { ...SAMPLE_RUN, ...other })).toBeUndefined();
  }
});

test('a status that this version does not know is unknown', () => {
  const db = open();
  writeRun(db, { run: SAMPLE_RUN, pulledAtMicros: 1 });
  db.exec("UPDATE run SET status = 'paused'");
  expect(findStoredRun(db, SAMPLE_RUN)?.run.status).toBe('unknown');
});

test('runs are listed as they started, by time and not by its text', () => {
  const db = open();
  for (const [runId, startedAt, timeMicros] of [
    ['whole-second', '2026-11-23T20:41:01Z', 1795466461000000],
    ['half-a-second-later', '2026-11-23T20:41:01.5Z', 1795466461500000],
  ] as const) {
    const pk = writeRun(db, { run: { ...SAMPLE_RUN, runId, startedAt }, pulledAtMicros: 1 });
    const events = sampleEvents(1, 1).map((item) => ({ ...item, event: { ...item.event, timeMicros } }));
    writeEvents(db, { runPk: pk, eventCount: 0, nowMicros: 1 }, events);
  }
  expect(listStoredRuns(db).map(({ run }) => run.runId)).toEqual(['whole-second', 'half-a-second-later']);
});

test('a run whose derived rows lag behind its events is listed until they do not', () => {
  const db = open();
  const pk = writeRun(db, { run: { ...SAMPLE_RUN, eventCount: 4 }, pulledAtMicros: 1 });
  expect(listUnderivedRuns(db).map(({ run }) => run.runId)).toEqual(['run-1']);
  const rows = { ticks: [], modelCalls: [], toolCalls: [], toolFields: [], laterAnswers: [] };
  writeDerived(db, {
    runPk: pk,
    adapter: 'a/1',
    derivedEventCount: 4,
    fromEventId: 1,
    openFromEventId: 1,
    ...rows,
  });
  expect(listUnderivedRuns(db)).toEqual([]);
});
