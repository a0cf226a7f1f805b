import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { getChain } from './get-chain.ts';

const builder = new IndexBuilder();
const second = builder.run({
  runId: 'b',
  firstRunId: 'a',
  startedAt: '2026-01-02T00:00:00.5Z',
  status: 'completed',
});
const first = builder.run({ runId: 'a', startedAt: '2026-01-02T00:00:00Z', status: 'continued-as-new' });
builder.run({ workflowId: 'other', runId: 'c', firstRunId: 'a' });
builder.tick({ runPk: first, tick: 0 });
builder.tick({ runPk: first, tick: 1 });
builder.tick({ runPk: second, tick: 1 });
builder.tick({ runPk: second, tick: 2 });
const index = builder.open();
afterAll(() => builder.close());

test('runs stand by time, not by text or by order of storing; the status is the newest run’s', () => {
  const chain = getChain(index, { workflowId: 'w', runId: 'a' });
  expect(chain.runs.map(({ runId }) => runId)).toEqual(['a', 'b']);
  expect(chain).toMatchObject({ status: 'completed', firstRunId: 'a' });
});

test('a tick number that a reset made twice counts once', () => {
  expect(getChain(index, { workflowId: 'w' }).tickCount).toBe(3);
});

test('a chain of another workflow with the same run ids is another chain', () => {
  expect(getChain(index, { workflowId: 'other' })).toMatchObject({ tickCount: 0, runs: [{ runId: 'c' }] });
});
