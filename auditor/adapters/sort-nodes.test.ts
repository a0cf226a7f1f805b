import { expect, test } from 'vitest';
import type { Decision } from '../model/decision.ts';
import { sortNodes } from './sort-nodes.ts';

test('by the first event that each cites', () => {
  const node = (id: string, ...eventIds: readonly number[]): Decision => ({
    ...{ id, kind: 'marker', title: id, tone: 'neutral', facts: [], children: [] },
    citations: eventIds.map((eventId) => ({ runId: 'r', eventId })),
  });
  expect(sortNodes([node('a', 9), node('b', 12, 3), node('c', 5)]).map(({ id }) => id)).toEqual([
    'b',
    'c',
    'a',
  ]);
});
