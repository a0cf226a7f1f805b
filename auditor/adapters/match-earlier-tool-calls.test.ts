import { expect, test } from 'vitest';
import { answer, readCalls } from './_recorded/ask.ts';
import { matchEarlierToolCalls } from './match-earlier-tool-calls.ts';
import { TradingHistory } from './trading/_recorded/trading-history.ts';

test('a tool of an earlier tick is recovered from what the first call is told, with its activity', () => {
  const history = new TradingHistory();
  history.activity('buy', { qty: 40 }, { result: 'bought' });
  history.askModel({ text: 'done' }, answer('b', 'buy', 'bought', { qty: 40 }));
  const { calls, activities } = readCalls(history);
  expect(matchEarlierToolCalls(calls, activities)).toMatchObject([
    { toolCall: { id: 'b', name: 'buy' }, told: { text: 'bought' }, activity: { activityType: 'buy' } },
  ]);
});

test('nothing is recovered without a call, or without a question for the answer', () => {
  const history = new TradingHistory();
  history.askModel({ text: 'x' }, answer('b', 'buy', 'bought').slice(1));
  const { calls, activities } = readCalls(history);
  expect(matchEarlierToolCalls(calls, activities)).toEqual([]);
  expect(matchEarlierToolCalls([], activities)).toEqual([]);
});
