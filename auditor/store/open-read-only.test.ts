import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SAMPLE_RUN } from './_scripted/sample-rows.ts';
import { openReadOnly } from './open-read-only.ts';
import { openStore, type Store } from './open-store.ts';
import { storeQuery } from './store-query.ts';
import { writeRun } from './write-run.ts';

let folder = '';
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-read-'));
  store = openStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a data folder that is a file is named as such', () => {
  const file = join(folder, 'notes.txt');
  writeFileSync(file, 'x');
  expect(() => openReadOnly(file)).toThrow(/notes\.txt is a file/);
});

test('one row, all rows', () => {
  for (const runId of ['a', 'b']) writeRun(store.db, { run: { ...SAMPLE_RUN, runId }, pulledAtMicros: 1 });
  const reader = openReadOnly(folder);
  const query = storeQuery.selectFrom('run').select('run_id').orderBy('run_id');
  expect(reader.all(query)).toEqual([{ run_id: 'a' }, { run_id: 'b' }]);
  expect(reader.first(query)).toEqual({ run_id: 'a' });
  expect(reader.first(query.where('run_id', '=', 'c'))).toBeUndefined();
  reader.close();
});

test('a reader is not kept waiting by a writer and sees what is committed', () => {
  const reader = openReadOnly(folder);
  const count = storeQuery.selectFrom('run').select(({ fn }) => fn.countAll<number>().as('count'));
  store.db.exec('BEGIN IMMEDIATE');
  writeRun(store.db, { run: SAMPLE_RUN, pulledAtMicros: 1 });
  expect(reader.first(count)).toEqual({ count: 0 });
  const before = reader.dataVersion();
  store.db.exec('COMMIT');
  expect(reader.first(count)).toEqual({ count: 1 });
  expect(reader.dataVersion()).not.toBe(before);
  reader.close();
});

test('an index of an older schema says what brings it up to date', () => {
  store.db.pragma('user_version = -1');
  expect(() => openReadOnly(folder)).toThrow(/has schema -1.*tickscope reindex/);
});
