import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { pairActivities } from '../decision-tree/activities.ts';
import { createFrameworks } from './all-frameworks.ts';
import { matchToolCalls } from './match-tool-calls.ts';
import { TradingHistory } from './trading/_recorded/trading-history.ts';

const call = (callId: string, args: unknown) => ({
  ...{ callId, name: 'getPriceHistory' },
  arguments: JSON.stringify(args),
});
const result = (callId: string, text: string) => ({
  ...{ type: 'function_call_result', callId, name: 'getPriceHistory' },
  output: { type: 'text', text },
});

function match(history: TradingHistory) {
  const activities = pairActivities(history.events.map(toDecodedEvent));
  const calls = activities.flatMap((activity) => createFrameworks().readCall(activity) ?? []);
  return matchToolCalls(calls, activities).map((tools) =>
    tools.map(({ toolCall, activity, told }) => [toolCall.id, activity?.scheduled.eventId, told?.text]),
  );
}

test('name and arguments find the activity, whatever the order of keys; the next call says what the model was told', () => {
  const history = new TradingHistory();
  history.askModel({ tools: [call('c1', { tick: 1, symbol: 'A' })] });
  history.activity('getPriceHistory', { symbol: 'A', tick: 1 }, { result: 1 });
  history.askModel({ text: 'x' }, [result('c1', 'closes')]);
  expect(match(history)).toEqual([[['c1', 4, 'closes']], []]);
});

test('two equal calls take one activity each, in order', () => {
  const history = new TradingHistory();
  history.askModel({ tools: [call('c1', { tick: 1 }), call('c2', { tick: 1 })] });
  history.activity('getPriceHistory', { tick: 1 });
  history.activity('getPriceHistory', { tick: 1 });
  expect(match(history)).toEqual([
    [
      ['c1', 4, undefined],
      ['c2', 7, undefined],
    ],
  ]);
});

test('other arguments, another name, or a time before the call do not match', () => {
  const history = new TradingHistory();
  history.activity('getPriceHistory', { tick: 1 });
  history.askModel({ tools: [call('c1', { tick: 1 })] });
  history.activity('getPriceHistory', { tick: 2 });
  history.activity('getQuote', { tick: 1 });
  expect(match(history)).toEqual([[['c1', undefined, undefined]]]);
});

test('an activity after the next call belongs to that one', () => {
  const history = new TradingHistory();
  history.askModel({ tools: [call('c1', { tick: 1 })] });
  history.askModel({ tools: [call('c2', { tick: 1 })] }, [result('c1', 'refused')]);
  history.activity('getPriceHistory', { tick: 1 });
  expect(match(history)).toEqual([[['c1', undefined, 'refused']], [['c2', 7, undefined]]]);
});
