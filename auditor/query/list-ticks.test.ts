import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { listTickPage, listTicks } from './list-ticks.ts';

const builder = new IndexBuilder();
const first = builder.run({ runId: 'a', startedAt: '2026-01-05T15:00:00Z' });
const second = builder.run({ runId: 'b', firstRunId: 'a', startedAt: '2026-01-05T15:00:00.5Z' });
for (const tick of [0, 1, 2]) builder.tick({ runPk: first, tick, outcome: 'first' });
for (const tick of [2, 3, 4]) builder.tick({ runPk: second, tick, outcome: 'second' });
const index = builder.open();
afterAll(() => builder.close());

const list = (window: object) =>
  listTicks(index, { workflowId: 'w', ...window }).map(({ tick, outcome }) => [tick, outcome]);

test('ticks of all runs in order; of two with one number the newer run’s', () => {
  expect(list({})).toEqual([
    [0, 'first'],
    [1, 'first'],
    [2, 'second'],
    [3, 'second'],
    [4, 'second'],
  ]);
});

test('windows follow each other without gap or overlap', () => {
  expect(list({ fromTick: 3, limit: 1 })).toEqual([[3, 'second']]);
  expect(list({ fromTick: 4, limit: 1 })).toEqual([[4, 'second']]);
  expect(list({ fromTick: 5 })).toEqual([]);
});

test('a window never ends between the two of one number', () => {
  expect(list({ limit: 3 }).at(-1)).toEqual([2, 'second']);
  expect(list({ limit: 4 }).map(([tick]) => tick)).toEqual([0, 1, 2, 3]);
});

test('a limit out of bounds is brought within them', () => {
  expect(list({ limit: 0 })).toHaveLength(1);
  expect(list({ limit: 1e9 })).toHaveLength(5);
});

test('pages go through the runs of a chain; a cursor and a first tick exclude each other', () => {
  const read = (cursor?: string) => listTickPage(index, { workflowId: 'w', limit: 3, cursor });
  const first = read();
  const second = read(first.nextCursor);
  expect([...first.items, ...second.items].map(({ tick }) => tick)).toEqual([0, 1, 2, 3, 4]);
  expect(second).not.toHaveProperty('nextCursor');
  const { nextCursor: cursor } = first;
  expect(() => listTickPage(index, { workflowId: 'w', fromTick: 1, cursor })).toThrow(/not both/);
});
