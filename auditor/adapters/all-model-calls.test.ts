import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { pairActivities } from '../decision-tree/activities.ts';
import { readModelCall, readModelResponse } from './all-model-calls.ts';
import { TradingHistory } from './trading/_recorded/trading-history.ts';

test('a model call of a known framework is read, anything else is not', () => {
  const history = new TradingHistory().askModel({ text: 'hi' }).check('allow');
  const events = history.events.map(toDecodedEvent);
  expect(pairActivities(events).map((activity) => readModelCall(activity)?.requestModel)).toEqual([
    'gpt-5-mini',
    undefined,
  ]);
  const [, , closed] = events;
  if (!closed) throw new Error('no event');
  expect(readModelResponse('invokeModelActivity', closed)?.outputText?.text).toBe('hi');
  expect(readModelResponse('placeOrder', closed)).toBeUndefined();
});
