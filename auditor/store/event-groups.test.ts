import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { SAMPLE_RUN, sampleEvents } from './_scripted/sample-rows.ts';
import { clearEventGroups, readOpenGroups, writeEventGroups } from './event-groups.ts';
import { migrate } from './migrations/migrate.ts';
import { writeEvents } from './write-events.ts';
import { writeRun } from './write-run.ts';

test('only pending groups are read back, with the time of their first event; a later state replaces an earlier one', () => {
  const db = new Database(':memory:');
  migrate(db);
  const runPk = writeRun(db, { run: SAMPLE_RUN, pulledAtMicros: 1 });
  writeEvents(db, { runPk, eventCount: 0, nowMicros: 1 }, sampleEvents(1, 4));
  const startedAt = '2026-11-23T20:41:01Z';
  const timer = {
    firstEventId: 2,
    lastEventId: 2,
    kind: 'timer',
    name: 'tick 3',
    status: 'pending',
    startedAt,
  };
  const activity = { ...timer, firstEventId: 3, kind: 'activity', name: 'x', attempt: 2, summary: 'a look' };
  writeEventGroups(db, runPk, [timer, activity]);
  expect(readOpenGroups(db, runPk)).toEqual([timer, activity]);
  writeEventGroups(db, runPk, [{ ...timer, lastEventId: 4, status: 'fired', durationMs: 5 }]);
  expect(readOpenGroups(db, runPk)).toEqual([activity]);
  clearEventGroups(db, runPk);
  expect(db.prepare('SELECT count(*) AS n FROM event_group').get()).toEqual({ n: 0 });
});
