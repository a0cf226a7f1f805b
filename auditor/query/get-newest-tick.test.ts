import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { getNewestTick } from './get-newest-tick.ts';

const builder = new IndexBuilder();
const first = builder.run({ runId: 'a' });
const second = builder.run({ runId: 'b', firstRunId: 'a', startedAt: '2026-02-01T00:00:00Z' });
builder.tick({ runPk: first, tick: 7 });
builder.tick({ runPk: second, tick: 8 });
builder.run({ workflowId: 'young', runId: 'c' });
const index = builder.open();
afterAll(() => builder.close());

test('the newest tick of all runs of the chain', () => {
  expect(getNewestTick(index, { workflowId: 'w', runId: 'a' })).toBe(8);
});

test('a chain without ticks says so', () => {
  expect(() => getNewestTick(index, { workflowId: 'young' })).toThrow(/has no tick yet. Try: tickscope pull/);
});
