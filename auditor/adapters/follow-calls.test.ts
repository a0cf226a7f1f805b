import { expect, test } from 'vitest';
import { answer, ask, readCalls } from './_recorded/ask.ts';
import { followCalls, listNewResults } from './follow-calls.ts';
import { TradingHistory } from './trading/_recorded/trading-history.ts';

function follow(history: TradingHistory) {
  const { calls } = readCalls(history);
  const following = followCalls(calls);
  return calls.map((call) => {
    const next = following.get(call);
    return next && [calls.indexOf(next.call), [...next.told.values()].map(({ text }) => text)];
  });
}

test('the call that was told the results follows, though others lie between', () => {
  const history = new TradingHistory();
  history.askModel({ tools: [ask('a', 'look'), ask('b', 'think')] });
  history.askModel({ text: 'of another agent' });
  history.askModel({ text: 'done' }, [...answer('a', 'look', 'sun'), ...answer('b', 'think', 'so')]);
  expect(follow(history)).toEqual([[2, ['sun', 'so']], undefined, undefined]);
});

test('ids that come again are told apart by what was asked', () => {
  const history = new TradingHistory();
  history.askModel({ tools: [ask('1', 'look', { city: 'Oslo' })] });
  history.askModel({ tools: [ask('1', 'look', { city: 'Rome' })] });
  history.askModel({ text: 'x' }, answer('1', 'look', 'Rome: sun', { city: 'Rome' }));
  history.askModel({ text: 'y' }, answer('1', 'look', 'Oslo: rain', { city: 'Oslo' }));
  expect(follow(history)).toEqual([[3, ['Oslo: rain']], [2, ['Rome: sun']], undefined, undefined]);
});

test('results are new where no answer of a model stands behind them', () => {
  const history = new TradingHistory();
  const old = answer('a', 'look', 'old');
  history.askModel({ text: 'x' }, [
    ...old,
    { type: 'message', role: 'assistant', content: 'ok' },
    ...answer('b', 'look', 'new'),
  ]);
  const [call] = readCalls(history).calls;
  expect(call && listNewResults(call).map(({ text }) => text)).toEqual(['new']);
});
