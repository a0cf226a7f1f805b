import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { listRuns } from './list-runs.ts';

const builder = new IndexBuilder();
const first = builder.run({ runId: 'a', startedAt: '2026-01-01T00:00:00Z', status: 'continued-as-new' });
const second = builder.run({ runId: 'b', firstRunId: 'a', startedAt: '2026-01-03T00:00:00Z' });
builder.run({ workflowId: 'x', runId: 'x1', startedAt: '2026-01-02T00:00:00Z', workflowType: 'other' });
builder.run({ workflowId: 'y', runId: 'y1', startedAt: '2026-01-02T00:00:00.5Z', workflowType: 'timed' });
builder.run({ workflowId: 'z', runId: 'z1', startedAt: '2026-01-02T00:00:00Z', workflowType: 'timed' });
const parent = { workflowId: 'w', runId: 'a' };
builder.run({ workflowId: 'w/child', runId: 'k', parent, startedAt: '2026-01-04T00:00:00Z' });
const lost = { workflowId: 'gone', runId: 'g' };
builder.run({ workflowId: 'orphan', runId: 'o', parent: lost, startedAt: '2026-01-05T00:00:00Z' });
builder.event(first, 1);
builder.event(second, 1);
builder.event(second, 2);
builder.tick({ runPk: first, tick: 7 });
builder.tick({ runPk: second, tick: 8, outcome: 'BUY 1' });
const index = builder.open();
afterAll(() => builder.close());

const ids = (filter = {}) => listRuns(index, filter).items.map(({ workflowId }) => workflowId);

test('one item per chain, newest first; children stay with their parents unless asked for', () => {
  expect(ids()).toEqual(['orphan', 'w', 'y', 'z', 'x']);
  expect(ids({ include: 'all' })).toEqual(['orphan', 'w/child', 'w', 'y', 'z', 'x']);
});

test('an item tells when it began, its newest event and its last tick', () => {
  expect(listRuns(index).items[1]).toMatchObject({
    ...{ startedAt: '2026-01-01T00:00:00Z', status: 'running', lastEventTime: '2026-01-05T14:00:02Z' },
    ...{ tickCount: 2, lastTick: { tick: 8, outcome: 'BUY 1', runId: 'b' } },
  });
  expect(listRuns(index).items[4]).not.toHaveProperty('lastTick');
});

test('filters and limits', () => {
  expect(ids({ workflowType: 'other' })).toEqual(['x']);
  expect(ids({ workflowType: 'timed' })).toEqual(['y', 'z']);
  expect(ids({ limit: 1 })).toEqual(['orphan']);
  expect(ids({ limit: -5 })).toHaveLength(1);
  expect(ids({ workflowType: "' OR 1=1 --" })).toEqual([]);
});

test('filters by status, namespace, parent and text', () => {
  builder.run({ workflowId: 'Failed-1', runId: 'f', status: 'failed', namespace: 'prod' });
  expect(ids({ status: 'failed' })).toEqual(['Failed-1']);
  expect(ids({ status: 'continued-as-new' })).toEqual([]);
  expect(ids({ namespace: 'prod' })).toEqual(['Failed-1']);
  expect(ids({ text: 'FAILED' })).toEqual(['Failed-1']);
  expect(ids({ text: '%' })).toEqual([]);
  expect(ids({ parent: { workflowId: 'w' } })).toEqual(['w/child']);
  expect(ids({ parent: { workflowId: 'w', runId: 'b' } })).toEqual([]);
});

test('pages make the whole list, also while chains go on and others begin', () => {
  const other = new IndexBuilder();
  for (const day of [1, 2, 3, 4]) {
    other.run({ workflowId: `w${day}`, runId: `r${day}`, startedAt: `2026-01-0${day}T00:00:00Z` });
  }
  const read = (cursor?: string) => listRuns(other.open(), { limit: 2, status: 'running', cursor });
  const first = read();
  expect(first.items.map(({ workflowId }) => workflowId)).toEqual(['w4', 'w3']);
  other.run({ workflowId: 'w1', runId: 'r1-2', firstRunId: 'r1', startedAt: '2026-02-01T00:00:00Z' });
  other.run({ workflowId: 'w5', runId: 'r5', startedAt: '2026-01-01T12:00:00Z' });
  const second = read(first.nextCursor);
  expect(second.items.map(({ workflowId }) => workflowId)).toEqual(['w2', 'w1']);
  expect(second).not.toHaveProperty('nextCursor');
  expect(read().items.map(({ workflowId }) => workflowId)).toEqual(['w1', 'w4']);
  expect(() => read('nonsense')).toThrow(/not one of this list/);
  other.close();
});
