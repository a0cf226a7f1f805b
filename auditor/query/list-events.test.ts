import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { listEventPage, listEvents } from './list-events.ts';

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

test('filters by last event, type and tick', () => {
  expect(list({ fromEventId: 2, toEventId: 3 })).toEqual([
    [2, 1],
    [3, 1],
  ]);
  expect(list({ tick: 2 })).toEqual([
    [4, 2],
    [5, 2],
  ]);
  expect(list({ tick: 9 })).toEqual([]);
  expect(list({ eventType: 'TIMER_STARTED', tick: 2, toEventId: 4 })).toEqual([[4, 2]]);
  expect(list({ eventType: 'TIMER_FIRED' })).toEqual([]);
});

test('pages keep their filter', () => {
  const read = (cursor?: string) =>
    listEventPage(index, { workflowId: 'w', runId: 'a', tick: 1, limit: 2, cursor });
  const first = read();
  const second = read(first.nextCursor);
  expect([...first.items, ...second.items].map(({ eventId }) => eventId)).toEqual([1, 2, 3]);
  expect(second).not.toHaveProperty('nextCursor');
});

test('a type in any spelling; what nothing has, or runs backwards, is refused', () => {
  const page = (window: object) => listEventPage(index, { workflowId: 'w', runId: 'a', ...window }).items;
  expect(page({ eventType: 'event_type_timer_started', toEventId: 2 })).toHaveLength(2);
  const wrong = (message: string) =>
    expect.objectContaining({ code: 'wrong-usage', message: expect.stringContaining(message) });
  expect(() => page({ eventType: 'TIMER_STARTET' })).toThrow(wrong('TIMER_STARTED, TIMER_FIRED'));
  expect(() => page({ fromEventId: 5, toEventId: 4 })).toThrow(wrong('from event 5 to event 4'));
});
