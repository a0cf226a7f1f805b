import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { listEvents } from './list-events.ts';

const builder = new IndexBuilder();
const runPk = builder.run({ runId: 'a' });
for (let eventId = 1; eventId <= 6; eventId += 1) builder.event(runPk, eventId);
builder.tick({ runPk, tick: 1, events: [1, 3] });
builder.tick({ runPk, tick: 2, events: [4, 5] });
const index = builder.open();
afterAll(() => builder.close());

const list = (window = {}) =>
  listEvents(index, { workflowId: 'w', runId: 'a', ...window }).map(({ eventId, tick }) => [eventId, tick]);

test('events in order, each once, with their tick', () => {
  expect(list()).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 2],
    [5, 2],
    [6, undefined],
  ]);
});

test('windows follow each other', () => {
  expect(list({ fromEventId: 3, limit: 2 })).toEqual([
    [3, 1],
    [4, 2],
  ]);
  expect(list({ fromEventId: 5, limit: 1 })).toEqual([[5, 2]]);
  expect(list({ fromEventId: 6 })).toEqual([[6, undefined]]);
  expect(list({ fromEventId: 7 })).toEqual([]);
});
