import proto from '@temporalio/proto';
import { expect, test } from 'vitest';
import { DURATION, HISTORY, HISTORY_EVENT, TIMESTAMP } from './temporal-descriptors.ts';

test('the descriptors are those by which the client decodes', () => {
  expect(HISTORY_EVENT).toBe(proto.temporal.api.history.v1.HistoryEvent);
  expect(HISTORY.fields.events?.resolve().resolvedType).toBe(HISTORY_EVENT);
});

test('times and durations are recognised by their full names', () => {
  expect(HISTORY_EVENT.fields.eventTime?.resolve().resolvedType?.fullName).toBe(TIMESTAMP);
  const started = HISTORY_EVENT.fields.workflowExecutionStartedEventAttributes?.resolve().resolvedType;
  const timeout = started && 'fields' in started ? started.fields.workflowRunTimeout : undefined;
  expect(timeout?.resolve().resolvedType?.fullName).toBe(DURATION);
});

test('each field name is the JSON name that protobuf gives it', () => {
  // protobufjs makes camel case by itself; a digit after an underscore would come out otherwise.
  const names = Object.keys(HISTORY_EVENT.fields);
  expect(names.length).toBeGreaterThan(60);
  expect(names.filter((name) => name.includes('_'))).toEqual([]);
});
