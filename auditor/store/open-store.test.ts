import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import { openReadOnly } from './open-read-only.ts';
import { openStore } from './open-store.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { storeQuery } from './store-query.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('makes the data folder and an empty index of the newest schema', () => {
  const data = join(folder, 'a', 'b');
  const store = openStore(data);
  expect(store.db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  expect(store.db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(store.db.pragma('foreign_keys', { simple: true })).toBe(1);
  store.close();
  openStore(data).close();
});

test('the schema number counts the migrations', () => {
  expect(SCHEMA_VERSION).toBe(ALL_MIGRATIONS.length);
});

test('every table is STRICT', () => {
  const store = openStore(folder);
  const tables = store.db
    .prepare<[], { name: string; strict: number }>(
      "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  store.close();
  expect(tables.map((table) => table.name).sort()).toEqual([
    ...['event', 'event_conflict', 'event_group', 'event_page', 'model_call', 'payload_decoding', 'run'],
    ...['tick', 'tool_call', 'tool_field', 'worker'],
  ]);
  expect(tables.every((table) => table.strict === 1)).toBe(true);
});

test.each([openStore, openReadOnly])('an index from the future is refused with both numbers: %o', (open) => {
  const store = openStore(folder);
  store.db.pragma('user_version = 99');
  store.close();
  expect(() => open(folder)).toThrow(
    expect.objectContaining({
      code: 'schema-too-new',
      message: `This index has schema 99; this version reads up to ${SCHEMA_VERSION}. Update tickscope.`,
    }),
  );
});

test.each([openStore, openReadOnly])('a file that is no database is refused and left alone: %o', (open) => {
  writeFileSync(join(folder, 'tickscope.db'), 'this is not a database, by a long way');
  expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'index-unusable' }));
});

test('reading without an index says how to get one', () => {
  expect(() => openReadOnly(folder)).toThrow(expect.objectContaining({ code: 'index-missing' }));
  writeFileSync(join(folder, 'tickscope.db'), '');
  expect(() => openReadOnly(folder)).toThrow(expect.objectContaining({ code: 'index-missing' }));
});

test('the reader sees commits of the writer and cannot write', () => {
  const store = openStore(folder);
  const reader = openReadOnly(folder);
  const before = reader.dataVersion();
  store.db.exec(
    "INSERT INTO run (namespace, workflow_id, run_id, workflow_type, status, started_at, started_at_micros, first_run_id, event_count, source, pulled_at_micros) VALUES ('n', 'w', 'r', 't', 'running', '2026-01-01T00:00:00Z', 1767225600000000, 'r', 0, 'file', 1)",
  );
  expect(reader.dataVersion()).not.toBe(before);
  expect(reader.first(storeQuery.selectFrom('run').select('workflow_id'))).toEqual({ workflow_id: 'w' });
  const deletion = storeQuery.deleteFrom('run').returning('run_id');
  expect(() => reader.all(deletion)).toThrow(/readonly/);
  reader.close();
  store.close();
});
