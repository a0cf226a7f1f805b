import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReadOnly } from '../store/open-read-only.ts';
import { readRows } from './_scripted/read-rows.ts';
import { importFiles } from './import-files.ts';
import { openIndexer } from './open-indexer.ts';

const KEPT = fileURLToPath(new URL('../store/migrations/_kept/', import.meta.url));
const HISTORIES = fileURLToPath(new URL('../../replay-fixtures/histories/', import.meta.url));
/** What the kept indexes hold. */
const FILES = ['backtest-child', 'continue-as-new-chain-1', 'continue-as-new-chain-3'];
const WORKFLOWS = ['normal-nvda/backtest-rsi-14-30-70', 'chain-nvda'];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function openKept(name: string) {
  copyFileSync(join(KEPT, name), join(folder, 'tickscope.db'));
  return openIndexer(folder);
}

test.each(readdirSync(KEPT))('%s: the same rows as if its histories were imported today', (name) => {
  openKept(name).close();
  const fresh = join(folder, 'fresh');
  mkdirSync(fresh);
  const indexer = openIndexer(fresh);
  importFiles(
    { indexer, dataFolder: fresh, namespace: 'default' },
    FILES.map((file) => join(HISTORIES, `${file}.history.json`)),
  );
  indexer.close();
  for (const workflowId of WORKFLOWS) {
    const rows = readRows(folder, workflowId);
    expect(rows.ticks.length).toBeGreaterThan(0);
    expect(rows).toEqual(readRows(fresh, workflowId));
  }
});

test('an index of an older schema is not read before it was brought up to date', () => {
  copyFileSync(join(KEPT, 'schema-1.db'), join(folder, 'tickscope.db'));
  expect(() => openReadOnly(folder)).toThrow(/has schema 1; .*tickscope reindex/);
  openIndexer(folder).close();
  openReadOnly(folder).close();
});

test('what an interrupted derivation left out is derived when the index is opened again', () => {
  const indexer = openKept('schema-1.db');
  const before = WORKFLOWS.map((workflowId) => readRows(folder, workflowId));
  indexer.store.db.exec('UPDATE run SET derived_event_count = 0; DELETE FROM tick; DELETE FROM model_call');
  indexer.close();
  openIndexer(folder).close();
  expect(WORKFLOWS.map((workflowId) => readRows(folder, workflowId))).toEqual(before);
});
