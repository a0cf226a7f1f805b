import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { pairActivities } from '../../decision-tree/activities.ts';
import { TradingHistory } from './_recorded/trading-history.ts';
import { given, readCheck, readLookup, readOrder, readStep } from './read-steps.ts';
import { marketSnapshotV1 } from './schemas-v1.ts';

const pair = (history: TradingHistory) => pairActivities(history.events.map(toDecodedEvent));

test('of several activities of a type the newest counts', () => {
  const history = new TradingHistory().observe().observe();
  expect(readStep(pair(history), 'getMarketSnapshot', marketSnapshotV1)?.activity.scheduled.eventId).toBe(7);
  expect(readStep(pair(history), 'getWeather', marketSnapshotV1)).toBeUndefined();
});

test('input and result of check and order', () => {
  const activities = pair(new TradingHistory().check('ask').placeOrder());
  expect(readCheck(activities)?.result?.value.outcome).toBe('ask');
  expect(readOrder(activities)).toMatchObject({
    input: { value: { orderQty: 40 } },
    result: { value: { lastQty: 40 } },
  });
});

test('a lookup without a report has no result', () => {
  const history = new TradingHistory();
  history.activity('findOrder', {}, { result: {} });
  expect(readLookup(pair(history))).not.toHaveProperty('result');
  expect(readLookup([])).toBeUndefined();
});

test('an absent member is left out', () => {
  expect(given('a', undefined)).toEqual({});
  expect(given('a', 0)).toEqual({ a: 0 });
});
