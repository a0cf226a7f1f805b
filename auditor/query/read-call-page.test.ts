import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { type CallReader, readCallPage } from './read-call-page.ts';

const builder = new IndexBuilder();
for (const [at, runId] of ['a', 'b', 'c'].entries())
  builder.run({ runId, firstRunId: 'a', startedAt: `2026-01-0${at + 1}T00:00:00Z` });
const index = builder.open();
afterAll(() => builder.close());

/** Two calls of one answer in the first run, none in the second, one in the third. */
const CALLS = new Map([
  ['a', [0, 1]],
  ['c', [0]],
]);
const read: CallReader<string> = ({ runId }, after, limit) =>
  (CALLS.get(runId) ?? [])
    .filter((position) => after.eventId < 5 || position > after.position)
    .slice(0, limit)
    .map((position) => ({ eventId: 5, position, item: `${runId}${position}` }));

const page = (limit: number, cursor?: string) =>
  readCallPage(index, 'tool-calls', { workflowId: 'w', limit, cursor }, read);

test('pages go through the runs of a chain, also through those without a call', () => {
  const first = page(1);
  const second = page(1, first.nextCursor);
  const third = page(1, second.nextCursor);
  expect([first, second, third].map(({ items }) => items)).toEqual([['a0'], ['a1'], ['c0']]);
  expect(third).not.toHaveProperty('nextCursor');
  expect(page(3)).toEqual({ items: ['a0', 'a1', 'c0'] });
});

test('a cursor of another list is refused', () => {
  const { nextCursor: cursor } = page(1);
  expect(() => readCallPage(index, 'model-calls', { workflowId: 'w', cursor }, read)).toThrow(
    /not one of this list/,
  );
});
