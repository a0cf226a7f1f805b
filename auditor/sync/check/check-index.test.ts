import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packPage, unpackPage } from '../../store/event-pages.ts';
import { toSearchRow } from '../../store/search-row.ts';
import { toRunJson } from '../_scripted/event-json.ts';
import { importFiles } from '../import-files.ts';
import { openIndexer } from '../open-indexer.ts';
import { reindex } from '../reindex.ts';
import { checkIndex } from './check-index.ts';

const HISTORIES = fileURLToPath(new URL('../../../replay-fixtures/histories/', import.meta.url));
const NAMES = [
  'approval-approved',
  'backtest-child',
  'continue-as-new-chain-1',
  'continue-as-new-chain-2',
  'still-running',
];

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tickscope-check-'));
  const indexer = openIndexer(join(root, 'sound'));
  const files = NAMES.map((name) => join(HISTORIES, `${name}.history.json`));
  importFiles({ indexer, dataFolder: root, namespace: 'default' }, files);
  indexer.close();
});
afterAll(() => rmSync(root, { recursive: true }));

const check = (dataFolder: string, depth: 'all' | 'facts' = 'all') =>
  [...checkIndex({ dataFolder, depth })].flatMap(({ findings }) => findings);

/** A copy of the sound index in which somebody changed something behind Tickscope's back. */
function tamper(name: string, change: (db: Database.Database, runPk: number) => void): string {
  const folder = join(root, name);
  mkdirSync(folder);
  copyFileSync(join(root, 'sound', 'tickscope.db'), join(folder, 'tickscope.db'));
  const db = new Database(join(folder, 'tickscope.db'));
  const triggers = db
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  const runPk = db.prepare("SELECT id FROM run WHERE workflow_id = 'approval-approved'").pluck().get();
  change(db, Number(runPk));
  for (const { sql } of triggers) db.exec(sql);
  db.close();
  return folder;
}

function rewritePage(
  db: Database.Database,
  runPk: number,
  change: (texts: readonly string[]) => readonly string[],
): void {
  const page = db
    .prepare<[number], { bytes: Buffer }>(
      'SELECT bytes FROM event_page WHERE run_pk = ? AND first_event_id = 1',
    )
    .get(runPk);
  const texts = change(unpackPage(page?.bytes ?? Buffer.alloc(0)));
  db.prepare('UPDATE event_page SET bytes = ? WHERE run_pk = ? AND first_event_id = 1').run(
    packPage(texts),
    runPk,
  );
}

test('a sound index has no findings, open run and chain included', () => {
  expect(check(join(root, 'sound'))).toEqual([]);
  expect([
    ...checkIndex({ dataFolder: join(root, 'sound'), depth: 'facts', workflowId: 'chain-nvda' }),
  ]).toHaveLength(3);
});

test('a workflow without a run is no sound one', () => {
  expect(() => [
    ...checkIndex({ dataFolder: join(root, 'sound'), depth: 'facts', workflowId: 'nope' }),
  ]).toThrow('Workflow nope is not indexed.');
});

test.each<[string, string, (db: Database.Database, runPk: number) => void, Partial<Record<string, unknown>>]>(
  [
    [
      'a changed text',
      'digest',
      (db, runPk) =>
        rewritePage(db, runPk, ([first = '', ...others]) => [
          first.replace('approval-approved', 'approval-applauded'),
          ...others,
        ]),
      { eventId: 1 },
    ],
    ['a lost text', 'events', (db, runPk) => rewritePage(db, runPk, (texts) => texts.slice(0, -1)), {}],
    [
      'a page that is nonsense',
      'events',
      (db, runPk) => db.prepare("UPDATE event_page SET bytes = x'00' WHERE run_pk = ?").run(runPk),
      { eventId: 1 },
    ],
    [
      'a lost row',
      'events',
      (db, runPk) => db.prepare('DELETE FROM event WHERE run_pk = ? AND event_id = 7').run(runPk),
      { eventId: 7 },
    ],
    [
      'another type',
      'columns',
      (db, runPk) =>
        db.prepare("UPDATE event SET event_type = 'X' WHERE run_pk = ? AND event_id = 5").run(runPk),
      { eventId: 5 },
    ],
    [
      'another digest',
      'digest',
      (db, runPk) =>
        db.prepare('UPDATE event SET sha256 = zeroblob(32) WHERE run_pk = ? AND event_id = 5').run(runPk),
      { eventId: 5 },
    ],
    [
      'another status',
      'run',
      (db, runPk) => db.prepare("UPDATE run SET status = 'failed' WHERE id = ?").run(runPk),
      {},
    ],
    [
      'another outcome',
      'derived',
      (db, runPk) => db.prepare("UPDATE tick SET outcome = 'BUY' WHERE run_pk = ? AND tick = 2").run(runPk),
      {},
    ],
    [
      'a lost model call',
      'derived',
      (db, runPk) => db.prepare('DELETE FROM model_call WHERE run_pk = ?').run(runPk),
      {},
    ],
    [
      'a wrong sum',
      'derived',
      (db, runPk) => db.prepare('UPDATE run SET tick_count = 99 WHERE id = ?').run(runPk),
      {},
    ],
    [
      'a lost group',
      'derived',
      (db, runPk) => db.prepare('DELETE FROM event_group WHERE run_pk = ? AND first_event_id = 5').run(runPk),
      {},
    ],
    [
      'lost words',
      'words',
      (db, runPk) => db.prepare('DELETE FROM search WHERE rowid = ?').run(toSearchRow(runPk, 1)),
      { eventId: 1 },
    ],
    [
      'words of an event that is not there',
      'words',
      (db, runPk) =>
        db
          .prepare('INSERT INTO search (rowid, text) VALUES (?, ?)')
          .run(BigInt(toSearchRow(runPk, 9_999)), 'ghost'),
      { eventId: 9_999 },
    ],
  ],
)('%s is found', (name, kind, change, more) => {
  expect(check(tamper(name, change))).toContainEqual(
    expect.objectContaining({ check: kind, workflowId: 'approval-approved', ...more }),
  );
});

test('words where there are none, and a missing row without a word to look for, are found', () => {
  const dataFolder = join(root, 'wordless');
  const indexer = openIndexer(dataFolder);
  const events = toRunJson({ runId: 'run-1', tasks: 1 }).map((event) =>
    event.eventId === '2'
      ? { ...event, workflowExecutionSignaledEventAttributes: { signalName: '買' } }
      : event,
  );
  const file = join(root, 'wordless.json');
  writeFileSync(file, JSON.stringify({ events }));
  importFiles({ indexer, dataFolder, namespace: 'default' }, [file]);
  const { db } = indexer.store;
  expect(check(dataFolder)).toEqual([]);
  const task = db.prepare("SELECT event_id FROM event WHERE event_type LIKE '%TASK_STARTED'").pluck().get();
  db.prepare("INSERT INTO search (rowid, text) VALUES (?, 'ghost')").run(
    BigInt(toSearchRow(1, Number(task))),
  );
  db.prepare('DELETE FROM search WHERE rowid = ?').run(BigInt(toSearchRow(1, 2)));
  indexer.close();
  expect(check(dataFolder)).toMatchObject([
    { check: 'words', eventId: 2, text: expect.stringContaining('its words are missing') },
    { check: 'words', eventId: task, text: expect.stringContaining('it has no words, but') },
  ]);
  const again = openIndexer(dataFolder);
  reindex(again, { which: 'all' });
  again.close();
  expect(check(dataFolder)).toEqual([]);
});

test('a row that refers to nothing, and a conflict, are found; facts alone see no derived row', () => {
  const orphan = tamper('orphan', (db) => {
    db.pragma('foreign_keys = OFF');
    db.exec("INSERT INTO worker VALUES (999, 'x', 'y'); UPDATE tick SET worker_id = 1000 WHERE tick = 1");
  });
  expect(check(orphan, 'facts')).toContainEqual(expect.objectContaining({ check: 'database' }));
  const conflict = tamper('conflict', (db, runPk) => {
    db.prepare("INSERT INTO event_conflict VALUES (?, 3, '{}', zeroblob(32), 1)").run(runPk);
    db.exec("UPDATE tick SET outcome = 'BUY'");
  });
  expect(check(conflict, 'facts')).toEqual([expect.objectContaining({ check: 'conflict', eventId: 3 })]);
});
