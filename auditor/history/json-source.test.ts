import { expect, test } from 'vitest';
import { findJsonSources } from './json-source.ts';

const find = (json: unknown) =>
  findJsonSources(Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)));
const EVENT = { eventId: '1', name: 'é' };

test.each<[string, unknown, unknown]>([
  ['events', { events: [EVENT], x: 1 }, { events: [], x: 1 }],
  ['list', [EVENT], {}],
  ['history.events', { history: { events: [EVENT] } }, { history: { events: [] } }],
  ['page.history.events', { page: { history: { events: [EVENT] } } }, { page: { history: { events: [] } } }],
  ['lines', EVENT, {}],
])('%s', (place, json, envelope) => {
  const [source] = find(json);
  expect(source).toMatchObject({ place, envelope, eventCount: 1 });
  expect(source?.eventAt(0)).toEqual(EVENT);
});

test('of two lists the one with events', () => {
  expect(find({ events: [], eventHistory: [EVENT] })[0]?.place).toBe('eventHistory');
});

test('an error of the server is no event', () => {
  expect(find([EVENT, { error: { message: 'x'.repeat(500) } }])).toMatchObject([
    { eventCount: 1, inBandError: 'x'.repeat(200) },
  ]);
  expect(find(`${JSON.stringify([EVENT])}{"error":"gone"}`)).toMatchObject([{ inBandError: 'gone' }]);
});

test('what is damaged is told when it is read', () => {
  const [source] = find('{"events":[{"eventId":"1"},{"eventId":nul},7]}');
  expect(() => source?.eventAt(1)).toThrow(': event number 2 of the file is not JSON.');
  expect(() => source?.eventAt(2)).toThrow(': event number 3 of the file is no object.');
});

test.each([
  ['{}', 'has no list of events: {"events":[…]} is expected.'],
  ['"x"', 'has no list of events: {"events":[…]} is expected.'],
  ['{"events":[]}', 'has an empty list of events.'],
  ['{"a":tru}', 'is not JSON.'],
  [
    '{"workflowExecutionInfo":{}}',
    'describes a workflow and has no events. Use: temporal workflow show -o json.',
  ],
])('%s', (text, message) => {
  expect(() => find(text)).toThrow(expect.objectContaining({ code: 'not-a-history', message }));
});

test('a key that is there twice is refused, in an event and around the events', () => {
  const event = '{"eventId":"1","taskId":"5","taskId":"6"}';
  for (const text of [`[{"eventId":"1"},${event}]`, `{"eventId":"1"}\n${event}`]) {
    expect(() => find(text)[0]?.eventAt(1)).toThrow(
      ': event number 2 of the file has the key "taskId" twice in one object.',
    );
  }
  expect(() => find(event)[0]?.eventAt(0)).toThrow('has the key "taskId" twice in one object.');
  const lists = `{"events":[${JSON.stringify(EVENT)}],"events":[]}`;
  expect(() => find(lists)).toThrow('has the key "events" twice in one object.');
});
