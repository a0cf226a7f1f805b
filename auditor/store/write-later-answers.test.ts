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

type Call = { readonly ranAs?: string; readonly asked?: string; readonly position?: number };

function addCall(eventId: number, { ranAs = 'unknown', asked = 'x', position = 0 }: Call = {}): void {
  db.prepare(
    `INSERT INTO tool_call (run_pk, model_event_id, position, tick, call_id, name, ran_as, status, arguments_event_id,
       arguments_pointer, arguments_sha256, started_at_micros) VALUES (?, ?, ?, 1, 'c', 'buy', ?, ?, ?, '/a', ?, 1)`,
  ).run(runPk, eventId, position, ranAs, ranAs === 'unknown' ? 'unknown' : 'completed', eventId, asked);
}

const ANSWER: LaterAnswer = {
  ...{ call_id: 'c', name: 'buy', arguments_sha256: 'x', before_event_id: 20, answered_event_id: 25 },
  outcome: {
    ...{ ran_as: 'activity', status: 'completed', activity_event_id: 21 },
    ...{ result_event_id: 23, result_pointer: '/r', attempt: 1, duration_ms: 5 },
  },
  fields: [{ key: 'fillPrice', lowest: 101, highest: 101, text: null, is_more: 0 }],
};

const all = (table: 'tool_call' | 'tool_field') => db.prepare(`SELECT * FROM ${table}`).all();
const listTold = () =>
  db
    .prepare('SELECT model_event_id FROM tool_call WHERE answered_event_id = 25 ORDER BY model_event_id')
    .pluck()
    .all();

test('the last call before the tick is told, with the fields of the result', () => {
  for (const eventId of [3, 7, 30]) addCall(eventId);
  writeLaterAnswers(db, runPk, [{ ...ANSWER, name: 'sell' }, ANSWER]);
  expect(listTold()).toEqual([7]);
  expect(all('tool_call')[1]).toMatchObject({
    ran_as: 'activity',
    status: 'completed',
    result_pointer: '/r',
  });
  expect(all('tool_field')).toEqual([
    {
      ...{ run_pk: runPk, model_event_id: 7, position: 0, name: 'buy', started_at_micros: 1, is_later: 1 },
      ...{ key: 'fillPrice', lowest: 101, highest: 101, text: null, is_more: 0 },
    },
  ]);
});

test('where the last call is known, an older one that never ran is not told in its place', () => {
  addCall(3);
  addCall(9, { ranAs: 'activity' });
  writeLaterAnswers(db, runPk, [ANSWER]);
  expect([listTold(), all('tool_field')]).toEqual([[], []]);
});

test('of calls with one id, that which asked the same is told', () => {
  addCall(3);
  addCall(3, { asked: 'y', position: 1 });
  addCall(7, { asked: 'y' });
  addCall(9, { asked: 'z', ranAs: 'activity' });
  writeLaterAnswers(db, runPk, [ANSWER]);
  expect(listTold()).toEqual([3]);
  writeLaterAnswers(db, runPk, [{ ...ANSWER, arguments_sha256: null }]);
  expect(listTold()).toEqual([3]);
});

test('arguments that were changed on the way are those of the only call with the id', () => {
  addCall(3, { asked: 'y' });
  writeLaterAnswers(db, runPk, [ANSWER]);
  expect(listTold()).toEqual([3]);
});

test('it is forgotten where the tick that said it is derived anew', () => {
  addCall(3);
  const before = all('tool_call');
  writeLaterAnswers(db, runPk, [ANSWER]);
  forgetLaterAnswers(db, runPk, 26);
  expect(all('tool_call')).not.toEqual(before);
  expect(all('tool_field')).toHaveLength(1);
  forgetLaterAnswers(db, runPk, 20);
  expect([all('tool_call'), all('tool_field')]).toEqual([before, []]);
});
