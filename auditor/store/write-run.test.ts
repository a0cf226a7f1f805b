import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { SAMPLE_RUN } from './_scripted/sample-rows.ts';
import { findStoredRun } from './find-run.ts';
import { migrate } from './migrations/migrate.ts';
import { writeConfirmation, writeLoss, writeRun } from './write-run.ts';

test('a known run keeps its key and what its first event said', () => {
  const db = new Database(':memory:');
  migrate(db);
  const pk = writeRun(db, { run: SAMPLE_RUN, pulledAtMicros: 1 });
  const later = {
    ...SAMPLE_RUN,
    status: 'completed',
    closedAt: '2026-11-23T21:00:00Z',
    eventCount: 9,
  } as const;
  expect(writeRun(db, { run: { ...later, workflowType: 'other', source: 'file' }, pulledAtMicros: 2 })).toBe(
    pk,
  );
  expect(findStoredRun(db, SAMPLE_RUN)?.run).toEqual(later);
  expect(db.prepare('SELECT pulled_at_micros AS at FROM run').get()).toEqual({ at: 2 });
});

test('the lag of an event from a server is kept; a file has none', () => {
  const db = new Database(':memory:');
  migrate(db);
  const last = { eventTime: '2026-11-23T20:41:01Z', timeMicros: 1_000 };
  writeRun(db, { run: SAMPLE_RUN, pulledAtMicros: 1_250, last });
  writeRun(db, { run: { ...SAMPLE_RUN, runId: 'b', source: 'file' }, pulledAtMicros: 9_999, last });
  expect(db.prepare('SELECT run_id, lag_micros FROM run').all()).toEqual([
    { run_id: 'run-1', lag_micros: 250 },
    { run_id: 'b', lag_micros: null },
  ]);
});

test('the first notice of a loss stays', () => {
  const db = new Database(':memory:');
  migrate(db);
  const pk = writeRun(db, { run: SAMPLE_RUN, pulledAtMicros: 1 });
  writeConfirmation(db, pk, 5);
  writeLoss(db, pk, 4, 6);
  writeLoss(db, pk, 4, 7);
  expect(db.prepare('SELECT confirmed_at_micros, lost_from_event_id, lost_at_micros FROM run').get()).toEqual(
    {
      ...{ confirmed_at_micros: 5, lost_from_event_id: 4, lost_at_micros: 6 },
    },
  );
  expect(findStoredRun(db, SAMPLE_RUN)?.run.lostFromEventId).toBe(4);
});
