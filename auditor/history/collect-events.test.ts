import { expect, test } from 'vitest';
import type { JsonObject } from '../model/history-event.ts';
import { sampleHistory } from './_scripted/sample-history.ts';
import { EventCollector } from './collect-events.ts';
import { walkEventJson } from './walk-json.ts';

const SOURCE = { format: 'any', notes: ['a note'] };

function collect(events: readonly (JsonObject | undefined)[]) {
  const collector = new EventCollector();
  for (const event of events) if (event) collector.add(walkEventJson(event, collector.findings));
  return collector.finish(SOURCE);
}

const EVENTS = sampleHistory('a');

test('a run, in whichever direction; its events as often as wanted', () => {
  const [up, down] = [collect(EVENTS), collect(EVENTS.toReversed())];
  expect([...down.events()]).toEqual([...up.events()]);
  expect([...up.events()]).toEqual([...up.events()]);
  expect(up).toMatchObject({ eventCount: 8, notes: ['a note'], ids: { workflowId: 'trader', runId: 'a' } });
  expect(down.notes).toEqual(['a note', 'newest event first']);
  expect([...up.events()].map(({ event }) => event.eventId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test.each([
  [": event 3 is missing; a run's events are numbered from 1.", [0, 1, 3, 4]],
  [": event 1 is missing; a run's events are numbered from 1.", [1, 2]],
  [": event 2 is there twice; a run's events are numbered from 1.", [0, 1, 1, 2]],
  [": event 3 stands where event 2 is expected; a run's events are numbered from 1.", [0, 2, 1, 3]],
])('%s', (message, indexes) => {
  expect(() => collect(indexes.map((index) => EVENTS[index]))).toThrow(
    expect.objectContaining({ code: 'history-invalid', message }),
  );
});

test('two runs in one file are told by the ids that they state, or by a second start', () => {
  expect(() => collect([...EVENTS, ...sampleHistory('b')])).toThrow(/holds events of two runs, a and b/);
  const second = { ...sampleHistory('b')[0], eventId: '9' };
  expect(() => collect([...EVENTS, second])).toThrow(
    ': event 9 starts a run: the file holds events of two runs.',
  );
});

test('an event with the attributes of another type is refused', () => {
  const [first, ...rest] = EVENTS;
  expect(() => collect([first && { ...first, eventType: 'EVENT_TYPE_TIMER_FIRED' }, ...rest])).toThrow(
    'is of type TIMER_FIRED and has workflowExecutionStartedEventAttributes.',
  );
});

test('an event without attributes is refused; one whose attributes are all unset is not', () => {
  const without = (json: JsonObject | undefined) => {
    const { workflowTaskScheduledEventAttributes: _, ...rest } = json ?? {};
    return rest;
  };
  expect(() => collect([EVENTS[0], without(EVENTS[1])])).toThrow(
    'is of type WORKFLOW_TASK_SCHEDULED and has no attributes.',
  );
  const empty = { ...EVENTS[1], workflowTaskScheduledEventAttributes: {} };
  expect(collect([EVENTS[0], empty])).toMatchObject({ eventCount: 2 });
});

test('an event type that is a number which this version does not know makes a copy for viewing', () => {
  const strange = { ...EVENTS[1], eventType: 99_999 };
  expect(collect([EVENTS[0], strange]).viewOnly).toBe(
    'this version does not know eventType=99999, which a replay would take for nothing',
  );
});

test('what events say of one another must hold; time that goes back is told, and much of it makes a copy for viewing', () => {
  const at = (index: number, change: JsonObject) =>
    collect(EVENTS.map((event, place) => (place === index ? { ...event, ...change } : event)));
  expect(() => at(5, { activityTaskStartedEventAttributes: { scheduledEventId: '4' } })).toThrow(
    ': event 6: scheduledEventId is 4, which is WORKFLOW_TASK_COMPLETED and not ACTIVITY_TASK_SCHEDULED: these are not events of one run.',
  );
  expect(at(3, { eventTime: '2026-11-23T20:41:59Z' })).toMatchObject({
    notes: ['a note', 'time goes back by 54 s at event 5'],
  });
  expect(at(3, { eventTime: '2026-11-23T23:41:05Z' }).viewOnly).toBe(
    'time goes back by 3 h at event 5: it may be a mixture of two runs',
  );
});
