import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { JsonObject } from '../model/history-event.ts';
import { fromEventJson, fromHistoryJson, toPathText } from './from-event-json.ts';
import { HISTORY } from './temporal-descriptors.ts';
import { walkEventMessage } from './walk-message.ts';

const normal = (event: JsonObject) => walkEventMessage(fromEventJson(event).message).json;

test('the names of old SDKs become full names, wherever they stand', () => {
  const old = {
    eventId: '3',
    eventType: 'ActivityTaskTimedOut',
    activityTaskTimedOutEventAttributes: { failure: { timeoutFailureInfo: { timeoutType: 'StartToClose' } } },
  };
  expect(normal(old)).toEqual({
    eventId: '3',
    eventType: 'EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT',
    activityTaskTimedOutEventAttributes: {
      failure: { timeoutFailureInfo: { timeoutType: 'TIMEOUT_TYPE_START_TO_CLOSE' } },
    },
  });
});

test('times as {seconds, nanos}, with a time zone or with zeros are the same time', () => {
  const expected = { eventTime: '2026-11-23T20:41:01.500Z' };
  expect(normal({ eventTime: { seconds: '1795466461', nanos: 500000000 } })).toEqual(expected);
  expect(normal({ eventTime: '2026-11-23T22:41:01.500000+02:00' })).toEqual(expected);
});

test('what this protobuf version does not know is named, with its value', () => {
  const { lost } = fromEventJson({
    eventId: '1',
    eventType: 'EVENT_TYPE_OF_THE_FUTURE',
    links: [{ comet: { tail: 1 } }],
    constructor: 'x',
  });
  expect(lost).toEqual([
    { path: ['eventType'], value: 'EVENT_TYPE_OF_THE_FUTURE' },
    { path: ['links', 0, 'comet'], value: { tail: 1 } },
    { path: ['constructor'], value: 'x' },
  ]);
  expect(lost.map(({ path }) => toPathText(path))).toEqual(['eventType', 'links.0.comet', 'constructor']);
});

test.each<[string, JsonObject]>([
  ['workflowExecutionStartedEventAttributes is no object', { workflowExecutionStartedEventAttributes: [] }],
  ['links is no list', { links: {} }],
  ['eventTime is no object', { eventTime: 5 }],
  ['eventType is no name of an enum', { eventType: {} }],
  ['eventId is no int64', { eventId: 'one' }],
  ['userMetadata.summary.data is no base64', { userMetadata: { summary: { data: 'HOLD on' } } }],
])('%s', (message, event) => {
  expect(() => fromEventJson(event)).toThrow(
    expect.objectContaining({ code: 'history-invalid', message: `${message}.` }),
  );
});

test('failures nested without end are refused', () => {
  const cause = JSON.parse(`${'{"cause":'.repeat(20_000)}{}${'}'.repeat(20_000)}`);
  expect(() => fromEventJson({ activityTaskFailedEventAttributes: { failure: cause } })).toThrow(
    /nested deeper/,
  );
});

test('a whole history becomes the message that replay takes', () => {
  const { message, lost } = fromHistoryJson([{ eventId: '1' }, { eventId: '2' }]);
  expect(lost).toEqual([]);
  expect(HISTORY.toObject(message, { longs: String })).toMatchObject({
    events: [{ eventId: '1' }, { eventId: '2' }],
  });
});

test('any JSON becomes an event or is refused', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('eventId', 'eventTime', 'links', 'userMetadata', 'x'), fc.jsonValue()),
      (any) => {
        try {
          fromEventJson(JSON.parse(JSON.stringify(any)));
        } catch (error) {
          expect(error).toBeInstanceOf(TickscopeError);
        }
      },
    ),
    { numRuns: 500 },
  );
});
