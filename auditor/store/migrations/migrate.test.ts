import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
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
