import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { SAMPLE_RUN } from './_scripted/sample-rows.ts';
import { migrate } from './migrations/migrate.ts';
import { forgetLaterAnswers, type LaterAnswer, writeLaterAnswers } from './write-later-answers.ts';
import { writeRun } from './write-run.ts';

let db: Database.Database;
let runPk = 0;
beforeEach(() => {
  db = new Database(':memory:');
  migrate(db);
  runPk = writeRun(db, { run: SAMPLE_RUN, pulledAtMicros: 1 });
});

function addCall(eventId: number, ranAs = 'unknown'): void {
  db.prepare(
    `INSERT INTO tool_call (run_pk, model_event_id, position, tick, call_id, name, ran_as, status, arguments_event_id,
       arguments_pointer, started_at_micros) VALUES (?, ?, 0, 1, 'c', 'buy', ?, ?, ?, '/a', 1)`,
  ).run(runPk, eventId, ranAs, ranAs === 'unknown' ? 'unknown' : 'completed', eventId);
}

const ANSWER: LaterAnswer = {
  ...{ call_id: 'c', name: 'buy', before_event_id: 20, answered_event_id: 25 },
  ...{ ran_as: 'activity', status: 'completed', activity_event_id: 21 },
  ...{ result_event_id: 23, result_pointer: '/r', attempt: 1, duration_ms: 5 },
};

const rows = () =>
  db.prepare('SELECT model_event_id AS at, ran_as, status, answered_event_id FROM tool_call').all();

test('the last call before the tick that nothing is known of is told', () => {
  for (const eventId of [3, 7, 30]) addCall(eventId);
  addCall(9, 'activity');
  writeLaterAnswers(db, runPk, [ANSWER, { ...ANSWER, name: 'sell' }]);
  expect(rows()).toEqual([
    { at: 3, ran_as: 'unknown', status: 'unknown', answered_event_id: null },
    { at: 7, ran_as: 'activity', status: 'completed', answered_event_id: 25 },
    { at: 9, ran_as: 'activity', status: 'completed', answered_event_id: null },
    { at: 30, ran_as: 'unknown', status: 'unknown', answered_event_id: null },
  ]);
});

test('it is forgotten where the tick that said it is derived anew', () => {
  addCall(3);
  const before = db.prepare('SELECT * FROM tool_call').all();
  writeLaterAnswers(db, runPk, [ANSWER]);
  forgetLaterAnswers(db, runPk, 26);
  expect(db.prepare('SELECT * FROM tool_call').all()).not.toEqual(before);
  forgetLaterAnswers(db, runPk, 20);
  expect(db.prepare('SELECT * FROM tool_call').all()).toEqual(before);
});
