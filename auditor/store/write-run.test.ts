import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { SAMPLE_RUN } from './_scripted/sample-rows.ts';
import { findStoredRun } from './find-run.ts';
import { migrate } from './migrations/migrate.ts';
import { writeRun } from './write-run.ts';

test('a known run keeps its key and what its first event said', () => {
  const db = new Database(':memory:');
  migrate(db);
  const pk = writeRun(db, SAMPLE_RUN, 1);
  const later = {
    ...SAMPLE_RUN,
    status: 'completed',
    closedAt: '2026-11-23T21:00:00Z',
    eventCount: 9,
  } as const;
  expect(writeRun(db, { ...later, workflowType: 'other', source: 'file' }, 2)).toBe(pk);
  expect(findStoredRun(db, SAMPLE_RUN)?.run).toEqual(later);
  expect(db.prepare('SELECT pulled_at_micros AS at FROM run').get()).toEqual({ at: 2 });
});
