import { afterAll, expect, test } from 'vitest';
import { openSql } from '../../store/open-sql.ts';
import { IndexBuilder } from '../_index/index-builder.ts';
import { createSqlFunctions } from './sql-functions.ts';

const builder = new IndexBuilder();
const runPk = builder.run({ runId: 'r' });
builder.event(runPk, 1, { attributes: { payloads: [toPayload({ symbol: 'NVDA', apiKey: 'secret-1' })] } });
for (const eventId of [2, 3, 4]) builder.event(runPk, eventId);
const sql = openSql(builder.folder, createSqlFunctions(builder.open()));
afterAll(() => {
  sql.close();
  builder.close();
});

function toPayload(value: unknown) {
  const data = Buffer.from(JSON.stringify(value)).toString('base64');
  return { metadata: { encoding: Buffer.from('json/plain').toString('base64') }, data };
}

test('an event as stored, and with values and without secrets', () => {
  const outcome = sql.run({
    sql: `SELECT event_json(run_pk, event_id), decoded_json(run_pk, event_id), decoded_json(run_pk, 9) FROM event`,
    limit: 1,
  });
  const [stored, decoded, missing] = (outcome.kind === 'rows' ? outcome.rows[0] : undefined) ?? [];
  expect(JSON.parse(String(stored))).toMatchObject({ eventId: '1', attributes: { payloads: [{}] } });
  expect(JSON.parse(String(decoded))).toMatchObject({
    attributes: [{ symbol: 'NVDA', apiKey: '[redacted]' }],
  });
  expect(missing).toBeNull();
});

test('values can be asked for by path', () => {
  const asked = `SELECT json_extract(decoded_json(run_pk, event_id), '$.attributes[0].symbol') AS symbol FROM event`;
  expect(sql.run({ sql: asked, limit: 1 })).toMatchObject({ columns: ['symbol'], rows: [['NVDA']] });
});

test('in any order, more than once, and beyond the end', () => {
  const ids = [1, 2, 3, 3, 1, 9, 4, 5, 4, 0, 2];
  const asked = ids.map((id) => `(${id})`).join();
  const outcome = sql.run({
    sql: `SELECT column1, json_extract(event_json(${runPk}, column1), '$.eventId'), event_json(99, column1) FROM (VALUES ${asked})`,
    limit: 20,
  });
  expect(outcome).toMatchObject({
    rows: ids.map((id) => [id, id >= 1 && id <= 4 ? String(id) : null, null]),
  });
});
