import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { unpackPage } from '../event-pages.ts';
import { ALL_MIGRATIONS } from './all-migrations.ts';
import { migrate } from './migrate.ts';

test('runs only the steps that are missing', () => {
  const db = new Database(':memory:');
  migrate(db);
  migrate(db, [...ALL_MIGRATIONS, 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT']);
  expect(db.pragma('user_version', { simple: true })).toBe(ALL_MIGRATIONS.length + 1);
});

test('a step that fails leaves the index at the schema before it', () => {
  const db = new Database(':memory:');
  expect(() =>
    migrate(db, [...ALL_MIGRATIONS, 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT; nonsense']),
  ).toThrow(/nonsense/);
  expect(db.pragma('user_version', { simple: true })).toBe(ALL_MIGRATIONS.length);
  expect(db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'later'").get()).toEqual({ n: 0 });
});

test('events of the first schema move into pages that end by number and by size, text by text', () => {
  const db = new Database(':memory:');
  migrate(db, ALL_MIGRATIONS.slice(0, 1));
  db.exec(`INSERT INTO run (id, namespace, workflow_id, run_id, workflow_type, status, started_at, started_at_micros,
    first_run_id, event_count, source, pulled_at_micros) VALUES (7, 'n', 'w', 'r', 't', 'running', '', 0, 'r', 135, 'file', 0)`);
  const lengths = [300_000, 300_000, 10, 2_000_000, ...Array<number>(131).fill(10)];
  const texts = lengths.map((length, at) => `"${String(at).padEnd(length, 'x')}"`);
  const insert = db.prepare("INSERT INTO event VALUES (7, ?, 't', '', 0, ?, zeroblob(32))");
  for (const [at, text] of texts.entries()) insert.run(at + 1, text);
  migrate(db);
  const pages = db
    .prepare<[], { first: number; last: number; bytes: Buffer }>(
      'SELECT first_event_id AS first, last_event_id AS last, bytes FROM event_page ORDER BY first_event_id',
    )
    .all();
  expect(pages.map(({ first, last }) => [first, last])).toEqual([
    [1, 1],
    [2, 3],
    [4, 4],
    [5, 68],
    [69, 132],
    [133, 135],
  ]);
  expect(pages.flatMap(({ bytes }) => unpackPage(bytes))).toEqual(texts);
});
