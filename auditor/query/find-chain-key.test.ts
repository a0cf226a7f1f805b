import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { findChainKey } from './find-chain-key.ts';

const builder = new IndexBuilder();
builder.run({ runId: 'old-1', startedAt: '2026-01-01T00:00:00Z' });
builder.run({ runId: 'old-2', firstRunId: 'old-1', startedAt: '2026-01-02T00:00:00Z' });
builder.run({ runId: 'new-1', startedAt: '2026-01-03T00:00:00.5Z' });
builder.run({ runId: 'old-3', startedAt: '2026-01-03T00:00:00Z' });
builder.run({ workflowId: 'twice', runId: 'p-1', namespace: 'prod' });
builder.run({ workflowId: 'twice', runId: 'd-1', namespace: 'dev', startedAt: '2026-02-01T00:00:00Z' });
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

test('a workflow id of several namespaces is refused with each of them, unless a run or the namespace is named', () => {
  expect(() => findChainKey(index, { workflowId: 'twice' })).toThrow(
    expect.objectContaining({
      code: 'ambiguous-run',
      message:
        'Workflow twice is indexed in several namespaces: dev (newest run d-1), prod (newest run p-1). Name the one that is meant, or a run of it: --namespace <name> or --run-id <run-id>',
    }),
  );
  expect(findChainKey(index, { workflowId: 'twice', runId: 'p-1' }).namespace).toBe('prod');
  expect(findChainKey(index, { workflowId: 'twice', namespace: 'dev' }).namespace).toBe('dev');
  expect(() => findChainKey(index, { workflowId: 'twice', namespace: 'qa' })).toThrow(
    'Workflow twice in namespace qa is not indexed. Try: tickscope pull twice',
  );
});
