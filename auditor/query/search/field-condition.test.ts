import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { openScratch } from '../../store/open-scratch.ts';
import { storeQuery } from '../../store/store-query.ts';
import { toToolFields } from '../../sync/to-tool-fields.ts';
import { isDecided, toFieldCondition } from './field-condition.ts';
import { findField } from './find-field.ts';
import type { FieldCondition } from './search-query.ts';

const { db, close } = openScratch();
afterAll(close);

const CALL = { name: 't', started_at_micros: 1, model_event_id: 1, position: 0 };
const insert = db.prepare(
  `INSERT INTO tool_field VALUES (:name, :key, :started_at_micros, 1, :model_event_id, :position, 0, :lowest, :highest, :text, :is_more)`,
);

function mayHold(values: readonly Json[], condition: FieldCondition): boolean {
  db.exec('DELETE FROM tool_field');
  for (const row of toToolFields(CALL, values)) insert.run(row);
  const call = sql<object>`(SELECT 't' AS name, 1 AS started_at_micros, 1 AS run_pk, 1 AS model_event_id, 0 AS position)`;
  const query = storeQuery
    .selectFrom(call.as('call'))
    .select(toFieldCondition(condition).as('may'))
    .compile();
  return db.prepare<unknown[], { may: number }>(query.sql).get(...query.parameters)?.may === 1;
}

const leaf = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom<Json>(
    'a',
    'b',
    '1',
    '2',
    'x'.repeat(300),
    true,
    null,
    1.5,
    1e308,
    { $number: '9e999' },
    '{"a":1}',
  ),
);
const value = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), tie('tree'), { maxKeys: 3 }),
  ),
})).tree;
const condition = fc.record({
  path: fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 2 }),
  operator: fc.constantFrom<FieldCondition['operator']>('=', '!=', '<', '<=', '>', '>='),
  value: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom<Json>('a', '1', true, null, 1.5)),
});

test('no call that fulfils a condition is left out, and where the summary decides, no other is kept', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 2 }), condition, (values, asked) => {
      const holds = values.some((one) => findField(one, asked) !== undefined);
      const may = mayHold(values, asked);
      if (holds) expect(may).toBe(true);
      if (isDecided(asked)) expect(may).toBe(holds);
    }),
    { numRuns: 2_000 },
  );
});
