import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { SAMPLE_RUN, sampleTick } from './_scripted/sample-rows.ts';
import { migrate } from './migrations/migrate.ts';
import { writeRun } from './write-run.ts';
import { writeTicks } from './write-ticks.ts';

let db: Database.Database;
let runPk = 0;
beforeEach(() => {
  db = new Database(':memory:');
  migrate(db);
  runPk = writeRun(db, SAMPLE_RUN, 1);
});

const ticks = () => db.prepare('SELECT tick, first_event_id, last_event_id FROM tick ORDER BY tick').all();

test('ticks before the first derived event stay, the others are replaced', () => {
  const first = [sampleTick(1, 1, 4), sampleTick(2, 5, 8)];
  writeTicks(db, { runPk, fromEventId: 1, ticks: first, openFromEventId: 5 });
  writeTicks(db, {
    runPk,
    fromEventId: 5,
    ticks: [sampleTick(3, 5, 12)],
    openFromEventId: 5,
    carry: { tick: 1 },
  });
  expect(ticks()).toEqual([
    { tick: 1, first_event_id: 1, last_event_id: 4 },
    { tick: 3, first_event_id: 5, last_event_id: 12 },
  ]);
  expect(db.prepare('SELECT tick_count, open_from_event_id, carry_json FROM run').get()).toEqual({
    tick_count: 2,
    open_from_event_id: 5,
    carry_json: '{"tick":1}',
  });
});

test('a row has all of a tick', () => {
  writeTicks(db, { runPk, fromEventId: 1, ticks: [sampleTick(2, 1, 4)], openFromEventId: 1 });
  expect(db.prepare('SELECT * FROM tick').get()).toEqual({
    run_pk: runPk,
    tick: 2,
    label: 'tick 2',
    status: 'closed',
    outcome: 'HOLD',
    tone: 'neutral',
    interrupted: 1,
    first_event_id: 1,
    last_event_id: 4,
    started_at: '2026-11-23T20:41:01Z',
    duration_ms: 12.5,
    adapter: 'sample/1',
    tree_json: '[]',
    answer_json: '{"headline":[],"sections":[]}',
  });
});

test('the kept count is that of the rows, also when a number comes again', () => {
  const write = (fromEventId: number, ...numbers: readonly number[]) =>
    writeTicks(db, {
      ...{ runPk, fromEventId, openFromEventId: 1 },
      ticks: numbers.map((tick, index) => sampleTick(tick, fromEventId + index, fromEventId + index)),
    });
  write(1, 1, 2, 3);
  write(9, 3, 4);
  write(1, 1);
  write(2, 2, 3);
  expect(db.prepare('SELECT tick_count AS n FROM run').get()).toEqual({ n: ticks().length });
});
