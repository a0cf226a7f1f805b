import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from './_recorded/history-writer.ts';
import { pairActivities } from './activities.ts';

const pair = (history: HistoryWriter) => pairActivities(history.events.map(toDecodedEvent));

test('an activity has its input, result, attempt, worker and duration', () => {
  const history = new HistoryWriter();
  history.activity(
    'getQuote',
    { tick: 1 },
    { result: { priceCents: 5 }, identity: 'a', waitMs: 10, runMs: 30 },
  );
  const [activity] = pair(history);
  expect(activity).toMatchObject({
    activityType: 'getQuote',
    outcome: 'completed',
    input: [{ tick: 1 }],
    result: [{ priceCents: 5 }],
    attempt: 1,
    workerIdentity: 'a',
    durationMs: 40,
  });
  expect(activity?.lastFailure).toBeUndefined();
});

test('events that come in another order than their activities are told apart by id', () => {
  const history = new HistoryWriter();
  const first = history.schedule('a');
  const second = history.schedule('b');
  history.finish(second, { result: 2 });
  history.finish(first, { result: 1 });
  expect(pair(history).map(({ activityType, result }) => [activityType, result])).toEqual([
    ['a', [1]],
    ['b', [2]],
  ]);
});

test('a retry keeps the attempt and the last failure', () => {
  const history = new HistoryWriter();
  history.activity('x', {}, { attempt: 3, lastFailure: { message: '503' } });
  expect(pair(history)[0]).toMatchObject({ attempt: 3, lastFailure: { message: '503' } });
});

test('failed and timed out say why, pending has neither result nor duration', () => {
  const history = new HistoryWriter();
  history.activity('fails', {}, { failure: { message: 'no' } });
  history.activity('hangs', {}, { timeoutType: 'TIMEOUT_TYPE_HEARTBEAT' });
  history.schedule('waits');
  const [fails, hangs, waits] = pair(history);
  expect(fails).toMatchObject({ outcome: 'failed', failure: { message: 'no' } });
  expect(hangs).toMatchObject({ outcome: 'timed-out', failure: { timeoutType: 'HEARTBEAT' } });
  expect(waits).toMatchObject({ outcome: 'pending' });
  expect(waits).not.toHaveProperty('durationMs');
  expect(waits).not.toHaveProperty('attempt');
});

test('an outcome without its head and attributes of the wrong kind are no activity', () => {
  const history = new HistoryWriter();
  history.finish(99, { result: 1 });
  history.add('ACTIVITY_TASK_COMPLETED', { scheduledEventId: { a: 1 } });
  expect(pair(history)).toEqual([]);
});
