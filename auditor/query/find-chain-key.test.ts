import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { findChainKey } from './find-chain-key.ts';

const builder = new IndexBuilder();
builder.run({ runId: 'old-1', startedAt: '2026-01-01T00:00:00Z' });
builder.run({ runId: 'old-2', firstRunId: 'old-1', startedAt: '2026-01-02T00:00:00Z' });
builder.run({ runId: 'new-1', startedAt: '2026-01-03T00:00:00Z' });
const index = builder.open();
afterAll(() => builder.close());

test('several chains of one workflow id: the newest, unless a run is named', () => {
  expect(findChainKey(index, { workflowId: 'w' }).first_run_id).toBe('new-1');
  expect(findChainKey(index, { workflowId: 'w', runId: 'old-2' }).first_run_id).toBe('old-1');
});

test('what is not indexed says so, and what to try', () => {
  expect(() => findChainKey(index, { workflowId: 'abc' })).toThrow(
    'Workflow abc is not indexed. Try: tickscope pull abc',
  );
  expect(() => findChainKey(index, { workflowId: 'w', runId: 'nope' })).toThrow(
    'Run nope of workflow w is not indexed. Try: tickscope pull w',
  );
});

test('a name that looks like SQL is only a name', () => {
  expect(() => findChainKey(index, { workflowId: "w' OR '1'='1" })).toThrow(/is not indexed/);
});
