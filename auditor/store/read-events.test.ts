import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { SAMPLE_RUN, sampleEvents } from './_scripted/sample-rows.ts';
import { migrate } from './migrations/migrate.ts';
import { readCanonicalEvents } from './read-events.ts';
import { writeEvents } from './write-events.ts';
import { writeRun } from './write-run.ts';

test('the events of one run from an id on, in the order of their ids', () => {
  const db = new Database(':memory:');
  migrate(db);
  const [one, other] = [
    writeRun(db, { run: SAMPLE_RUN, pulledAtMicros: 1 }),
    writeRun(db, { run: { ...SAMPLE_RUN, runId: 'run-2' }, pulledAtMicros: 1 }),
  ];
  writeEvents(db, { runPk: one, eventCount: 0, nowMicros: 1 }, sampleEvents(1, 12));
  writeEvents(db, { runPk: other, eventCount: 0, nowMicros: 1 }, sampleEvents(1, 12, 'other'));
  expect([...readCanonicalEvents(db, one, 9)]).toEqual(sampleEvents(9, 12).map(({ canonical }) => canonical));
  expect([...readCanonicalEvents(db, one, 13)]).toEqual([]);
});
