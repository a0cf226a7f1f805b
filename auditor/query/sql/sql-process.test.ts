import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from '../_index/index-builder.ts';
import { TABLES_STATEMENT, toSchemaStatement } from './schema-statements.ts';
import { createSqlProcess } from './sql-process.ts';

const builder = new IndexBuilder();
builder.run({ runId: 'r' });
const source = { dataFolder: builder.folder, env: {} };
const process = createSqlProcess(source, 60_000);
afterAll(() => {
  process.stop();
  builder.close();
});

const ENDLESS = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n';

test('statements one after the other; a wrong one in SQLite’s words', async () => {
  expect(await process.run({ sql: 'SELECT run_id FROM run', limit: 5 })).toMatchObject({ rows: [['r']] });
  await expect(process.run({ sql: 'SELECT x FROM run', limit: 5 })).rejects.toMatchObject({
    code: 'wrong-usage',
    message: expect.stringContaining('no such column: x'),
  });
  await expect(process.run({ sql: 'DELETE FROM run', limit: 5 })).rejects.toMatchObject({
    code: 'wrong-usage',
  });
});

test('tables and how they are made', async () => {
  const { rows } = await process.run(TABLES_STATEMENT);
  expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(['run', 'event', 'search']));
  expect(rows.some(([name]) => String(name).startsWith('search_'))).toBe(false);
  const schema = await process.run(toSchemaStatement('event'));
  expect(schema.rows[0]?.[0]).toMatch(/^CREATE TABLE "?event"?/);
  expect(schema.rows).toHaveLength(4);
});

test('a statement without end is ended at the limit, or when it is stopped; the next one runs', async () => {
  const hasty = createSqlProcess(source, 1_000);
  await expect(hasty.run({ sql: ENDLESS, limit: 1 })).rejects.toMatchObject({ code: 'sql-stopped' });
  const endless = process.run({ sql: ENDLESS, limit: 1 });
  process.stop();
  const next = process.run({ sql: 'SELECT 9e999', limit: 1 });
  await expect(endless).rejects.toMatchObject({ code: 'sql-stopped' });
  expect(await next).toMatchObject({ rows: [['Infinity']] });
});

test('no index: the next step', async () => {
  const nowhere = createSqlProcess({ dataFolder: `${builder.folder}/none`, env: {} }, 60_000);
  await expect(nowhere.run({ sql: 'SELECT 1', limit: 1 })).rejects.toMatchObject({ code: 'index-missing' });
  nowhere.stop();
});
