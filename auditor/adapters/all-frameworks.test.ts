import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { pairActivities } from '../decision-tree/activities.ts';
import type { FrameworkReader } from '../model/model-call.ts';
import { createFrameworks } from './all-frameworks.ts';
import { TradingHistory } from './trading/_recorded/trading-history.ts';

const activities = pairActivities(
  new TradingHistory().askModel({ text: 'hi' }).check('allow').events.map(toDecodedEvent),
);

test('a model call of a known framework is read, anything else is not', () => {
  const { readCall } = createFrameworks();
  expect(activities.map((activity) => readCall(activity)?.requestModel)).toEqual(['gpt-5-mini', undefined]);
});

test("the user's readers come before ours", () => {
  const mine: FrameworkReader = {
    name: 'mine',
    readCall: (activity) => {
      const call = createFrameworks().readCall(activity);
      return call && { ...call, framework: 'mine' };
    },
  };
  expect(createFrameworks([mine]).readCall(activities[0] ?? expect.fail())?.framework).toBe('mine');
});
