import { expect, test } from 'vitest';
import { answer, ask, readCalls } from './_recorded/ask.ts';
import { matchToolCalls } from './match-tool-calls.ts';
import { TradingHistory } from './trading/_recorded/trading-history.ts';

function nest(history: TradingHistory) {
  const { calls, activities } = readCalls(history);
  return matchToolCalls(calls, activities).map((tools) =>
    tools.map(({ toolCall, nested = [] }) => [toolCall.id, nested.map((call) => calls.indexOf(call))]),
  );
}

test('an agent that ran as a tool is asked the tool’s text; its whole conversation lies within', () => {
  const history = new TradingHistory();
  history.askModel({ tools: [ask('f', 'forecaster', { input: 'Weather in Rome?' })] });
  history.askModel({ tools: [ask('w', 'getWeather', { city: 'Rome' })] }, 'Weather in Rome?');
  history.activity('getWeather', { city: 'Rome' });
  history.askModel({ text: 'sunny' }, answer('w', 'getWeather', 'sun', { city: 'Rome' }));
  history.askModel({ text: 'Go.' }, answer('f', 'forecaster', 'sunny'));
  expect(nest(history)).toEqual([[['f', [1, 2]]], [['w', []]], [], []]);
});

test('a call that is asked something else is no nested one', () => {
  const history = new TradingHistory();
  history.askModel({ tools: [ask('f', 'forecaster', { input: 'Weather in Rome?' })] });
  history.askModel({ text: 'x' }, 'Weather in Oslo?');
  expect(nest(history)).toEqual([[['f', []]], []]);
});
