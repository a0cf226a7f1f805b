import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { type RunFilter, selectChains } from './select-chains.ts';

const builder = new IndexBuilder();
builder.run({ runId: 'a', startedAt: '2026-01-01T00:00:00Z', status: 'continued-as-new' });
builder.run({ runId: 'b', firstRunId: 'a', startedAt: '2026-01-02T00:00:00Z' });
const index = builder.open();
afterAll(() => builder.close());

const planOf = (filter: RunFilter): string => {
  const query = selectChains(filter).limit(50).$castTo<{ readonly detail: string }>().compile();
  const rows = index.all<{ readonly detail: string }>({
    compile: () => ({ ...query, sql: `EXPLAIN QUERY PLAN ${query.sql}` }),
  });
  return rows.map(({ detail }) => detail).join('\n');
};

test('one row for each chain, its newest run; up to an id, the newest until then', () => {
  expect(index.all(selectChains({}))).toMatchObject([{ id: 2, first_run_id: 'a' }]);
  expect(index.all(selectChains({}, [Number.MAX_SAFE_INTEGER, 0, 1]))).toMatchObject([{ id: 1 }]);
});

test('rows are read in their order, so that a page costs a page: nothing is scanned or sorted whole', () => {
  for (const filter of [{}, { status: 'running' }, { workflowType: 'agent' }] as const) {
    const plan = planOf(filter);
    expect(plan).toMatch(/USING INDEX run_by_(start|status|type)/);
    expect(plan).not.toMatch(/USE TEMP B-TREE FOR ORDER BY/);
  }
});
