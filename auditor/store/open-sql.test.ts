import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { INDEX_FILE } from './index-file.ts';
import { openSql } from './open-sql.ts';
import { openStore } from './open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'tickscope-sql-'));
const store = openStore(folder);
store.db.exec(`INSERT INTO worker (identity, build_id) VALUES ('a', 'x'), ('b', 'y')`);
const sql = openSql(folder, new Map([['event_json', (runPk, eventId) => `${runPk}/${eventId}`]]));
afterAll(() => {
  sql.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (text: string, limit = 10) => sql.run({ sql: text, limit });

test('rows with their names, each name once; values that JSON has', () => {
  expect(
    run(`SELECT id, identity AS id, NULL, 9007199254740993, x'00ff', 1.5 FROM worker ORDER BY 1`),
  ).toEqual({
    kind: 'rows',
    columns: ['id', 'id_2', 'NULL', '9007199254740993', "x'00ff'", '1.5'],
    rows: [
      [1, 'a', null, '9007199254740993', '00ff', 1.5],
      [2, 'b', null, '9007199254740993', '00ff', 1.5],
    ],
    isCut: false,
  });
  expect(run('SELECT -9e999')).toMatchObject({ rows: [['-Infinity']] });
  expect(run('SELECT id FROM worker', 1)).toMatchObject({ rows: [[1]], isCut: true });
  expect(run('SELECT id FROM worker', 2)).toMatchObject({ isCut: false });
  expect(sql.run({ sql: 'SELECT ? AS a', parameters: ["'"], limit: 1 })).toMatchObject({ rows: [["'"]] });
});

test('functions take ids, and nothing else', () => {
  expect(
    run(`SELECT event_json(1, 2), event_json('1', 2), event_json(1.5, 2), event_json(-1, NULL)`),
  ).toMatchObject({
    rows: [['1/2', null, null, null]],
  });
});

test.each([
  `INSERT INTO worker (identity, build_id) VALUES ('c', 'z')`,
  `INSERT INTO worker (identity, build_id) VALUES ('c', 'z') RETURNING id`,
  'DELETE FROM worker',
  'DROP TABLE worker',
  'CREATE TEMP TABLE t (a)',
  `ATTACH DATABASE '${folder}/other.db' AS other`,
  `VACUUM INTO '${folder}/copy.db'`,
  'PRAGMA journal_mode = DELETE',
  'PRAGMA user_version = 9',
  'BEGIN IMMEDIATE',
  `SELECT load_extension('${folder}/x.so')`,
  'SELECT 1; DELETE FROM worker',
  'SELECT nothing FROM nowhere',
  '',
  'SELECT length(zeroblob(900000000) || 1)',
])('%s: not run', (text) => {
  const hash = () =>
    createHash('sha256')
      .update(readFileSync(join(folder, INDEX_FILE)))
      .digest('hex');
  const before = [hash(), readdirSync(folder)];
  expect(run(text)).toMatchObject({ kind: 'invalid' });
  expect([hash(), readdirSync(folder)]).toEqual(before);
});

test('cells without bounds: rows are left out before memory is', () => {
  const wide = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT hex(zeroblob(1000000)) FROM n`;
  const outcome = run(wide, 100_000);
  expect(outcome).toMatchObject({ kind: 'rows', isCut: true });
  expect(outcome.kind === 'rows' ? outcome.rows.length : 0).toBe(16);
});
