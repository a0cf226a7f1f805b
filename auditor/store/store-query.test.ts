import { expect, test } from 'vitest';
import { storeQuery } from './store-query.ts';

test('values become parameters, never SQL', () => {
  const hostile = "'; DROP TABLE event; --";
  const { sql, parameters } = storeQuery
    .selectFrom('run')
    .select('id')
    .where('workflow_id', '=', hostile)
    .compile();
  expect(sql).toBe('select "id" from "run" where "workflow_id" = ?');
  expect(parameters).toEqual([hostile]);
});
