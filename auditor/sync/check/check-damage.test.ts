import {
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIndex } from '../../query/open-index.ts';
import { searchPayloads } from '../../query/search-payloads.ts';
import { importFiles } from '../import-files.ts';
import { openIndexer } from '../open-indexer.ts';
import { checkIndex } from './check-index.ts';

const HISTORIES = fileURLToPath(new URL('../../../replay-fixtures/histories/', import.meta.url));
const NAMES = ['approval-approved', 'backtest-child', 'continue-as-new-chain-1', 'continue-as-new-chain-2'];

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tickscope-damage-'));
  const indexer = openIndexer(join(root, 'sound'));
  const files = NAMES.map((name) => join(HISTORIES, `${name}.history.json`));
  importFiles({ indexer, dataFolder: root, namespace: 'default' }, files);
  indexer.close();
});
afterAll(() => rmSync(root, { recursive: true }));

const check = (dataFolder: string) =>
  [...checkIndex({ dataFolder, depth: 'all' })].flatMap(({ findings }) => findings);

function copy(name: string): string {
  const folder = join(root, name);
  mkdirSync(folder);
  copyFileSync(join(root, 'sound', 'tickscope.db'), join(folder, 'tickscope.db'));
  return folder;
}

test.each([
  ['DROP TRIGGER event_is_never_updated', 'trigger event_is_never_updated of table event is missing'],
  [
    "DROP TRIGGER event_page_is_never_deleted; CREATE TRIGGER event_page_is_never_deleted BEFORE DELETE ON event_page WHEN 0 BEGIN SELECT RAISE(ABORT, 'events are append-only'); END",
    'trigger event_page_is_never_deleted of table event_page is not as this version makes it',
  ],
  [
    'CREATE TRIGGER ours AFTER INSERT ON run BEGIN DELETE FROM tick; END',
    'trigger ours of table run is none of an index of this version',
  ],
  ['DROP INDEX run_by_start', 'index run_by_start of table run is missing'],
  ['ALTER TABLE tick ADD COLUMN more TEXT', 'table tick is not as this version makes it'],
  ['CREATE TABLE notes (text TEXT)', 'table notes is none of an index of this version'],
])('%s is found', (sql, text) => {
  const folder = copy(`schema-${text.replaceAll(' ', '-')}`);
  const db = new Database(join(folder, 'tickscope.db'));
  db.exec(sql);
  db.close();
  expect(check(folder)).toContainEqual({ check: 'schema', text });
});

test('without one of its tables nothing is said of runs', () => {
  const folder = copy('no-table');
  const db = new Database(join(folder, 'tickscope.db'));
  db.exec('DROP TABLE payload_decoding');
  db.close();
  const findings = check(folder);
  expect(findings).toContainEqual({ check: 'schema', text: 'table payload_decoding is missing' });
  expect(findings.every(({ runId }) => runId === undefined)).toBe(true);
});

test('a page that is gone, one that overlaps and one of no run are found', () => {
  const folder = copy('pages');
  const db = new Database(join(folder, 'tickscope.db'));
  db.exec('DROP TRIGGER event_page_is_never_deleted');
  db.exec(
    "DELETE FROM event_page WHERE run_pk = (SELECT id FROM run WHERE workflow_id = 'approval-approved')",
  );
  db.exec(
    "INSERT INTO event_page SELECT run_pk, 2, last_event_id, bytes FROM event_page WHERE run_pk = (SELECT id FROM run WHERE run_id = (SELECT max(run_id) FROM run WHERE workflow_id = 'chain-nvda')) AND first_event_id = 1",
  );
  db.close();
  expect(check(folder)).toContainEqual(
    expect.objectContaining({ workflowId: 'approval-approved', eventId: 1, text: 'its text is missing' }),
  );
  expect(check(folder)).toContainEqual(expect.objectContaining({ eventId: 2, text: 'two pages hold it' }));
});

test.each(Array.from({ length: 10 }, (_, at) => at))(
  'pages overwritten at place %i of ten are told by what lies there; queries say that the index is damaged',
  (place) => {
    const folder = copy(`place-${place}`);
    const file = join(folder, 'tickscope.db');
    const pages = statSync(file).size / PAGE_BYTES;
    // From the second page on: the first says that the file is a database at all.
    overwrite(file, Math.max(1, Math.floor((pages * place) / 10)) * PAGE_BYTES);
    const findings = check(folder);
    expect(findings).not.toEqual([]);
    for (const { text } of findings) expect(text).not.toMatch(/malformed|\bTree\b|\bcell\b|SQLITE/);
    expect(findings.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^(table|index|the list of its tables)\b/),
    );
    expect(['an answer', 'index-damaged']).toContain(ask(folder));
  },
);

const PAGE_BYTES = 4096;

function overwrite(file: string, position: number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(3 * PAGE_BYTES, 0xa7), 0, 3 * PAGE_BYTES, position);
  closeSync(descriptor);
}

function ask(folder: string): unknown {
  try {
    const index = openIndex(folder);
    try {
      searchPayloads(index, { text: 'NVDA', limit: 10 });
      return 'an answer';
    } finally {
      index.close();
    }
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}
