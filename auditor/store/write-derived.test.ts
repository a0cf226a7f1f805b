import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import type { ConcludedTick } from '../model/tick.ts';
import { SAMPLE_RUN, sampleTick } from './_scripted/sample-rows.ts';
import { migrate } from './migrations/migrate.ts';
import { type DerivedRows, writeDerived } from './write-derived.ts';
import { writeRun } from './write-run.ts';

let db: Database.Database;
let runPk = 0;
beforeEach(() => {
  db = new Database(':memory:');
  migrate(db);
  runPk = writeRun(db, { run: SAMPLE_RUN, pulledAtMicros: 1 });
});

function write(fromEventId: number, ticks: readonly ConcludedTick[], more: Partial<DerivedRows> = {}): void {
  writeDerived(db, {
    ...{ runPk, fromEventId, openFromEventId: 5, adapter: 'sample/1', derivedEventCount: 12 },
    ...{
      ticks: ticks.map((tick) => ({ tick })),
      modelCalls: [],
      toolCalls: [],
      toolFields: [],
      laterAnswers: [],
      ...more,
    },
  });
}

const ticks = () => db.prepare('SELECT tick, first_event_id, last_event_id FROM tick ORDER BY tick').all();

test('ticks before the first derived event stay, the others are replaced', () => {
  write(1, [sampleTick(1, 1, 4), sampleTick(2, 5, 8)]);
  write(5, [sampleTick(3, 5, 12)], { carry: { tick: 1 } });
  expect(ticks()).toEqual([
    { tick: 1, first_event_id: 1, last_event_id: 4 },
    { tick: 3, first_event_id: 5, last_event_id: 12 },
  ]);
  expect(
    db
      .prepare('SELECT tick_count, open_from_event_id, carry_json, adapter, derived_event_count FROM run')
      .get(),
  ).toEqual({
    ...{ tick_count: 2, open_from_event_id: 5, carry_json: '{"tick":1}' },
    ...{ adapter: 'sample/1', derived_event_count: 12 },
  });
});

test('a row has all of a tick, its worker by number', () => {
  write(1, [sampleTick(2, 1, 4)]);
  expect(db.prepare('SELECT * FROM tick').get()).toEqual({
    ...{ run_pk: runPk, tick: 2, label: 'tick 2', level: 'domain', status: 'closed', outcome: 'HOLD' },
    ...{ tone: 'neutral', interrupted: 1, first_event_id: 1, last_event_id: 4 },
    ...{ started_at: '2026-11-23T20:41:01Z', duration_ms: 12.5, worker_id: 1, worker_before_id: null },
    ...{ model_calls: 1, tool_calls: 0, input_tokens: 100, output_tokens: null },
    ...{ remembered_json: null, adapter: 'sample/1' },
  });
  expect(db.prepare('SELECT * FROM worker').all()).toEqual([{ id: 1, identity: 'worker-1', build_id: '' }]);
});

test('the sums that a run keeps are those of its rows, also when a number comes again', () => {
  const tick = (number: number, at: number) => sampleTick(number, at, at);
  write(1, [tick(1, 1), tick(2, 2), tick(3, 3)]);
  write(9, [tick(3, 9), tick(4, 10)]);
  write(1, [tick(1, 1)]);
  write(2, [tick(2, 2), tick(3, 3)]);
  const count = ticks().length;
  expect(db.prepare('SELECT tick_count, model_call_count, input_tokens FROM run').get()).toEqual({
    ...{ tick_count: count, model_call_count: count, input_tokens: 100 * count },
  });
});

test('calls are replaced with the ticks that they belong to', () => {
  const call = (eventId: number) => ({
    ...{ event_id: eventId, tick: 1, framework: 'f', status: 'completed', started_at_micros: 1 },
  });
  const tool = (eventId: number) => ({
    ...{ model_event_id: eventId, position: 0, tick: 1, name: 't', ran_as: 'activity', status: 'completed' },
    ...{ arguments_event_id: eventId, arguments_pointer: '/a', started_at_micros: 1 },
  });
  const field = (eventId: number) => ({
    ...{ name: 't', key: 'price', started_at_micros: 1, model_event_id: eventId, position: 0 },
    ...{ lowest: 1, highest: 2, text: null, is_more: 0 },
  });
  write(1, [], {
    modelCalls: [call(2), call(6)],
    toolCalls: [tool(2), tool(6)],
    toolFields: [field(2), field(6)],
  });
  write(5, [], { modelCalls: [call(7)], toolCalls: [tool(7)], toolFields: [field(7)] });
  expect(db.prepare('SELECT event_id FROM model_call').pluck().all()).toEqual([2, 7]);
  expect(db.prepare('SELECT model_event_id FROM tool_call').pluck().all()).toEqual([2, 7]);
  expect(db.prepare('SELECT model_event_id FROM tool_field').pluck().all()).toEqual([2, 7]);
});
