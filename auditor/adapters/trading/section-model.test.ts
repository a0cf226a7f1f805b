import { expect, test } from 'vitest';
import { findSection, toTexts } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

const textsOf = (history: TradingHistory) => toTexts(findSection(history, 'model'));

test('what it was shown, what it answered, its reasons as a quotation', () => {
  expect(textsOf(new TradingHistory().waitForTick().observe().intend())).toEqual([
    'gpt-5-mini (answered as gpt-5-mini-2026) was shown 1 message and offered 1 tool; it answered after 20 ms (100 input and 20 output tokens).',
    'Its intent: SELL 40 NVDA.',
    'The model stated (its own words, not proof of cause): | Sentiment -0.42 is bearish.',
  ]);
});

test('tools that it asked for, and what it was told', () => {
  const history = new TradingHistory().waitForTick().observe();
  history.askModel({ tools: [{ callId: 'c', name: 'getPriceHistory', arguments: '{"tick":14}' }] });
  history.activity('getPriceHistory', { tick: 14 }, { attempt: 2, lastFailure: { message: 'x' } });
  const told = { type: 'function_call_result', callId: 'c', output: { type: 'text', text: '[1,2]' } };
  history.askModel({ text: 'x' }, [told]);
  expect(textsOf(history)[1]).toBe(
    'It asked for getPriceHistory with {"tick":14}; the tool answered at attempt 2, and the model was told: | [1,2]',
  );
});

test('a refused answer and the question after it', () => {
  const history = new TradingHistory().waitForTick().observe().askModel({ text: 'dunno' });
  history.askModel({ text: 'dunno' }, history.prompt(['previous_error: "not JSON"']));
  expect(textsOf(history).slice(1)).toEqual([
    'The answer before was refused, and the model was asked again with the reason: | not JSON',
    expect.stringMatching(/^gpt-5-mini/),
    'Its last answer is no trade intent: | dunno',
  ]);
});

test('a call that failed or is under way says so', () => {
  const failed = new TradingHistory().waitForTick();
  failed.activity('invokeModelActivity', { modelName: 'm', request: {} }, { failure: { message: '429' } });
  expect(textsOf(failed)).toEqual(['m was shown 0 messages and offered 0 tools: failed: 429.']);
});
