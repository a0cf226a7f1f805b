import { expect, test } from 'vitest';
import type { JsonObject } from '../model/history-event.ts';
import { toReadable } from './_scripted/foreign-forms.ts';
import { sampleHistory } from './_scripted/sample-history.ts';
import type { JsonSource } from './json-source.ts';
import { readJsonSource } from './read-json-source.ts';

const EVENTS = sampleHistory();

function toSource(events: readonly JsonObject[], more: Partial<JsonSource> = {}): JsonSource {
  const eventAt = (index: number) => events[index] ?? {};
  return { place: 'events', envelope: {}, eventCount: events.length, eventAt, ...more };
}

test('canonical events are parsed once; foreign ones are looked through first', () => {
  let parsed = 0;
  const count = (events: readonly JsonObject[]) => {
    parsed = 0;
    const source = toSource(events);
    const eventAt = (index: number) => {
      parsed += 1;
      return source.eventAt(index);
    };
    return readJsonSource({ ...source, eventAt }, []);
  };
  expect(count(EVENTS).format).toBe('canonical-json');
  expect(parsed).toBe(9);
  expect(count(EVENTS.map((event): JsonObject => Object(toReadable(event)))).format).toBe('ui-readable');
});

test('a field that a newer server adds to payloads is no sign of another form', () => {
  const payload = { metadata: { encoding: btoa('binary/plain') }, data: 'aGk=', comet: 1 };
  const [first, ...rest] = EVENTS;
  const events = [
    { ...first, workflowExecutionStartedEventAttributes: { input: { payloads: [payload] } } },
    ...rest,
  ];
  const read = readJsonSource(toSource(events), []);
  expect(read).toMatchObject({ unknown: ['workflowExecutionStartedEventAttributes.input.payloads.0.comet'] });
  expect(read).not.toHaveProperty('viewOnly');
});

test('damage names the event, by its id or its place', () => {
  const at = (index: number, change: JsonObject) =>
    toSource(EVENTS.map((event, position) => (position === index ? { ...event, ...change } : event)));
  expect(() => readJsonSource(at(2, { eventTime: 'now' }), [])).toThrow(': event 3: Not a time: "now".');
  expect(() => readJsonSource(at(2, { eventId: 'x' }), [])).toThrow(
    ': event number 3 of the file: eventId is no int64.',
  );
});

test('a list in an object of its own is a list of events', () => {
  expect(readJsonSource(toSource(EVENTS, { place: 'eventHistory' }), []).format).toBe('event-list');
});
