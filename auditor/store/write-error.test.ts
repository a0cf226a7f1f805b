import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { INDEX_FILE } from './index-file.ts';
import { openStore, type Store } from './open-store.ts';
import { tellingWriteErrors } from './write-error.ts';

let folder = '';
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-write-'));
  store = openStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = () => store.db.exec('CREATE TABLE more AS SELECT zeroblob(1000000)');

test('a full disk is told with the file and what to do', () => {
  store.db.pragma('max_page_count = 1');
  expect(() => tellingWriteErrors(store.db, write)).toThrow(
    expect.objectContaining({
      code: 'index-unusable',
      message: `${join(folder, INDEX_FILE)} cannot be written: the disk is full. Free some space and try again; what is stored stays stored.`,
    }),
  );
});

test('a read-only index is told', () => {
  store.db.pragma('query_only = 1');
  expect(() => tellingWriteErrors(store.db, write)).toThrow(
    /cannot be written: it or its disk is read-only\./,
  );
});

test('what is not about the disk stays as it is; what works gives its result', () => {
  expect(() => tellingWriteErrors(store.db, () => store.db.exec('no sql'))).toThrow(/syntax error/);
  expect(tellingWriteErrors(store.db, () => 7)).toBe(7);
});
