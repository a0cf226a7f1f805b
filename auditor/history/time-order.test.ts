import { expect, test } from 'vitest';
import type { HistoryEvent } from '../model/history-event.ts';
import { TimeOrder } from './time-order.ts';

type Given = readonly [seconds: number, taskId?: number, eventType?: string];

function find(given: readonly Given[], isDescending = false) {
  const order = new TimeOrder();
  const events = given.map(([seconds, taskId, eventType = 'TIMER_FIRED'], index) => {
    const event: HistoryEvent = {
      eventId: index + 1,
      eventType,
      eventTime: 'not looked at',
      timeMicros: seconds * 1_000_000,
      attributes: {},
    };
    return { event, taskId: taskId === undefined ? undefined : String(taskId) };
  });
  for (const { event, taskId } of isDescending ? events.toReversed() : events) order.add(event, taskId);
  return order.find(isDescending);
}

test('the largest step back, in either direction of the file', () => {
  const given: readonly Given[] = [[10], [12], [9], [13], [5.5], [20]];
  const found = { text: 'time goes back by 7.5 s at event 5', isTooMuch: false };
  expect(find(given)).toEqual(found);
  expect(find(given, true)).toEqual(found);
});

test('what needs no word: a little, and an activity, which is written with the time of its start when it ends', () => {
  expect(find([[10], [9.5], [11]])).toBeUndefined();
  expect(find([[10], [90_000], [5, 7, 'ACTIVITY_TASK_STARTED'], [90_001]])).toBeUndefined();
  expect(find([])).toBeUndefined();
});

test('an hour is more than one run can explain', () => {
  expect(find([[0], [7_200], [3_600]])).toEqual({
    text: 'time goes back by 1 h at event 3',
    isTooMuch: true,
  });
});

test('task ids that go back', () => {
  expect(find([[1, 100], [2], [3, 99], [4, 98]])).toEqual({
    text: 'task ids go back at event 3',
    isTooMuch: false,
  });
});
