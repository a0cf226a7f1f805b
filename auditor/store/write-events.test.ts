import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { SAMPLE_RUN, sampleEvents } from './_scripted/sample-rows.ts';
import { migrate } from './migrations/migrate.ts';
import { readCanonicalEvents } from './read-events.ts';
import { type EventToStore, writeEvents } from './write-events.ts';
import { writeRun } from './write-run.ts';

let db: Database.Database;
let runPk = 0;
beforeEach(() => {
  db = open();
  runPk = writeRun(db, { run: SAMPLE_RUN, pulledAtMicros: 1 });
});

function open(): Database.Database {
  const opened = new Database(':memory:');
  opened.pragma('foreign_keys = ON');
  migrate(opened);
  return opened;
}

const write = (eventCount: number, events: readonly EventToStore[]) =>
  writeEvents(db, { runPk, eventCount, nowMicros: 5 }, events);

test('adds what is new and says so', () => {
  expect(write(0, sampleEvents(1, 3)).added.map(({ event }) => event.eventId)).toEqual([1, 2, 3]);
  expect(write(3, sampleEvents(2, 5))).toEqual({ added: sampleEvents(4, 5), conflicts: [] });
  expect(write(5, sampleEvents(1, 5))).toEqual({ added: [], conflicts: [] });
  expect([...readCanonicalEvents(db, runPk, 1)]).toEqual(
    sampleEvents(1, 5).map(({ canonical }) => canonical),
  );
});

test('each event has the SHA-256 of its bytes', () => {
  const [event] = sampleEvents(1, 1, 'é');
  if (event === undefined) throw new Error('no event');
  write(0, [event]);
  const row = db.prepare<[], { sha256: Buffer }>('SELECT sha256 FROM event').get();
  expect(row?.sha256.toString('hex')).toBe(createHash('sha256').update(event.canonical).digest('hex'));
});

test('other bytes for a stored event: both are kept, nothing is added', () => {
  write(0, sampleEvents(1, 3));
  const forged = [...sampleEvents(2, 2, 'forged'), ...sampleEvents(3, 5)];
  expect(write(3, forged)).toEqual({ added: [], conflicts: [2] });
  expect(write(3, forged)).toEqual({ added: [], conflicts: [2] });
  expect([...readCanonicalEvents(db, runPk, 1)]).toEqual(
    sampleEvents(1, 3).map(({ canonical }) => canonical),
  );
  expect(db.prepare('SELECT event_id, canonical, seen_at_micros FROM event_conflict').all()).toEqual([
    { event_id: 2, canonical: forged[0]?.canonical, seen_at_micros: 5 },
  ]);
});

test.each([
  [2, sampleEvents(2, 2)],
  [3, [...sampleEvents(1, 1), ...sampleEvents(3, 3)]],
])('a gap before event %d adds nothing', (_eventId, events) => {
  expect(() => write(0, events)).toThrow(expect.objectContaining({ code: 'history-invalid' }));
  expect([...readCanonicalEvents(db, runPk, 1)]).toEqual([]);
});

test('events cannot be changed or deleted, not even conflicts', () => {
  write(0, sampleEvents(1, 2));
  write(2, sampleEvents(2, 2, 'forged'));
  expect(() => db.exec('UPDATE event SET event_id = 9')).toThrow(/append-only/);
  expect(() => db.exec("UPDATE event_page SET bytes = x'00'")).toThrow(/append-only/);
  expect(() => db.exec('DELETE FROM event_page')).toThrow(/append-only/);
  expect(() => db.exec('DELETE FROM event')).toThrow(/append-only/);
  expect(() => db.exec("UPDATE event_conflict SET canonical = '{}'")).toThrow(/append-only/);
  expect(() => db.exec('DELETE FROM event_conflict')).toThrow(/append-only/);
  expect(() => db.exec('DELETE FROM run')).toThrow(/FOREIGN KEY/);
});

test('in pages of any size, any of them twice: the same events', () => {
  const all = sampleEvents(1, 30);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean())), (pages) => {
      db = open();
      runPk = writeRun(db, { run: SAMPLE_RUN, pulledAtMicros: 1 });
      let stored = 0;
      for (const [size, twice] of [...pages, [30, true] as const]) {
        const page = all.slice(twice ? Math.max(0, stored - size) : stored, stored + size);
        stored += write(stored, page).added.length;
      }
      expect([...readCanonicalEvents(db, runPk, 1)]).toEqual(all.map(({ canonical }) => canonical));
    }),
    { numRuns: 30 },
  );
});
