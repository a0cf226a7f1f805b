import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { HistoryWriter } from '../../decision-tree/_recorded/history-writer.ts';
import { pairActivities } from '../../decision-tree/activities.ts';
import type { Json } from '../../model/history-event.ts';
import { openAiAgents } from './openai-agents.ts';

const REQUEST = {
  systemInstructions: 'Be brief.',
  input: 'hello',
  tools: [{ type: 'function', name: 'getPrice' }],
};

function read(
  result: Json,
  activityType = 'invokeModelActivity',
  input: Json = { modelName: 'm', request: REQUEST },
) {
  const history = new HistoryWriter();
  history.activity(activityType, input, { result, runMs: 250 });
  const [activity] = pairActivities(history.events.map(toDecodedEvent));
  return activity && openAiAgents.readCall(activity);
}

const RESULT = {
  usage: {
    inputTokens: 644,
    outputTokens: 10,
    inputTokensDetails: [{ cached_tokens: 4 }, { cached_tokens: 3 }],
    outputTokensDetails: [{ reasoning_tokens: 0 }],
  },
  output: [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'HOLD' }] }],
  responseId: 'resp-1',
  providerData: { model: 'm-2026', status: 'completed' },
};

test('request and answer are read with their places', () => {
  const call = read(RESULT);
  expect(call).toMatchObject({
    requestModel: 'm',
    responseModel: 'm-2026',
    responseId: 'resp-1',
    systemInstructions: { text: 'Be brief.' },
    toolsOffered: [{ kind: 'tool', name: 'getPrice' }],
    finishReasons: ['completed'],
    latencyMs: 250,
    inputItems: [{ kind: 'message', role: 'user', text: 'hello' }],
  });
  expect(call?.outputText?.text).toBe('HOLD');
  expect(call?.outputText?.place.path).toEqual(['result', 0, 'output', 0, 'content', 0, 'text']);
});

test('usage adds up the entries of the details; a recorded 0 is a 0', () => {
  expect(read(RESULT)?.usage).toEqual({
    inputTokens: 644,
    outputTokens: 10,
    cacheReadTokens: 7,
    reasoningTokens: 0,
  });
});

test('details may be a plain object', () => {
  const usage = { inputTokens: 5, outputTokens: 1, inputTokensDetails: { cached_tokens: 2 } };
  expect(read({ ...RESULT, usage })?.usage).toEqual({ inputTokens: 5, outputTokens: 1, cacheReadTokens: 2 });
});

test('unknown usage is absent, never 0', () => {
  expect(read({ ...RESULT, usage: { inputTokens: 0, outputTokens: 0 } })?.usage).toEqual({});
  expect(read({ output: [] })?.usage).toEqual({});
});

test('an incomplete answer gives its reason', () => {
  const providerData = { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } };
  expect(read({ ...RESULT, providerData })?.finishReasons).toEqual(['max_output_tokens']);
});

test('a streaming call is read from its last event', () => {
  const stream = [
    { type: 'output_text_delta', delta: 'H' },
    { type: 'response_done', response: { ...RESULT, id: 'resp-2' } },
  ];
  const call = read(stream, 'invokeModelStreamActivity');
  expect(call?.outputText?.place.path.slice(0, 4)).toEqual(['result', 0, 1, 'response']);
  expect(call?.usage.inputTokens).toBe(644);
});

test('a stream that was cut off has no answer', () => {
  expect(read([{ type: 'output_text_delta' }], 'invokeModelStreamActivity')).toMatchObject({
    outputItems: [],
    usage: {},
  });
});

test('another activity, or one without a request, is no model call', () => {
  expect(read(RESULT, 'getPrice')).toBeUndefined();
  expect(read(RESULT, 'invokeModelActivity', { modelName: 'm' })).toBeUndefined();
});
