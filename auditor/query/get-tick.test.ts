import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { getTick } from './get-tick.ts';

const builder = new IndexBuilder();
const first = builder.run({ runId: 'a', startedAt: '2026-01-05T15:00:00Z' });
const second = builder.run({ runId: 'b', firstRunId: 'a', startedAt: '2026-01-05T15:00:00.5Z' });
builder.tick({ runPk: first, tick: 1 });
builder.tick({ runPk: first, tick: 2, outcome: 'before the reset' });
builder.tick({ runPk: second, tick: 2, outcome: 'after the reset' });
builder.tick({ runPk: second, tick: 5 });
builder.run({ workflowId: 'fresh', runId: 'c' });
const index = builder.open();
afterAll(() => builder.close());

test('a tick with its neighbours in the chain, across runs and gaps', () => {
  const page = getTick(index, { workflowId: 'w', tick: 2 });
  expect(page.tick).toMatchObject({ outcome: 'after the reset', runId: 'b', adapter: 'test/1' });
  expect([page.previous?.tick, page.next?.tick]).toEqual([1, 5]);
  expect(page.chain.runs).toHaveLength(2);
});

test('the ends have one neighbour', () => {
  expect(getTick(index, { workflowId: 'w', tick: 1 })).not.toHaveProperty('previous');
  expect(getTick(index, { workflowId: 'w', tick: 5 })).not.toHaveProperty('next');
});

test('a tick that is not there: which ones are', () => {
  expect(() => getTick(index, { workflowId: 'w', tick: 99 })).toThrow(
    'Workflow w has no tick 99. It has ticks 1 to 5.',
  );
  expect(() => getTick(index, { workflowId: 'fresh', tick: 1 })).toThrow(
    'Workflow fresh has no tick 1. No tick of it is stored yet. Try: tickscope pull fresh',
  );
});
