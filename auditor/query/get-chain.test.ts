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

test('each run states how many contents contradict it', () => {
  const other = new IndexBuilder();
  const runPk = other.run({ runId: 'a' });
  other.run({ runId: 'b', firstRunId: 'a', startedAt: '2026-02-01T00:00:00Z' });
  other.event(runPk, 1);
  other.conflict(runPk, 1);
  const { runs } = getChain(other.open(), { workflowId: 'w' });
  expect(runs.map(({ runId, conflicts }) => [runId, conflicts])).toEqual([
    ['a', 1],
    ['b', 0],
  ]);
  other.close();
});

test('runs whose ticks lie apart are counted by what they keep, without reading a tick', () => {
  const other = new IndexBuilder();
  const a = other.run({ runId: 'a' });
  const b = other.run({ runId: 'b', firstRunId: 'a', startedAt: '2026-02-01T00:00:00Z' });
  other.run({ runId: 'c', firstRunId: 'a', startedAt: '2026-03-01T00:00:00Z' });
  for (const tick of [0, 1, 5]) other.tick({ runPk: a, tick });
  for (const tick of [6, 9]) other.tick({ runPk: b, tick });
  expect(getChain(other.open(), { workflowId: 'w' }).tickCount).toBe(5);
  other.close();
});
