import { expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { writeActivity } from '../_recorded/read-activity.ts';
import { openAiAgentsPython } from './openai-agents-python.ts';

const INPUT = {
  model_name: 'gpt-4o',
  system_instructions: 'Be brief.',
  input: [
    { role: 'user', content: 'weather?' },
    { type: 'function_call', call_id: 'c1', name: 'get_weather', arguments: '{"city":"Tokyo"}' },
    { type: 'function_call_output', call_id: 'c1', output: 'sunny' },
    { type: 'reasoning', summary: [{ type: 'summary_text', text: 'because' }], content: null },
  ],
  model_settings: { temperature: 0.2, top_p: null },
  tools: [{ name: 'get_weather' }],
  handoffs: [{ tool_name: 'transfer_to_faq' }],
};

const RESPONSE = {
  output: [
    {
      ...{ type: 'message', role: 'assistant', status: 'completed' },
      content: [{ type: 'output_text', text: 'Sunny.', annotations: [] }],
    },
    { type: 'function_call', call_id: 'c2', name: 'transfer_to_faq', arguments: '{}' },
  ],
  usage: {
    ...{ requests: 1, input_tokens: 20, output_tokens: 5, total_tokens: 25 },
    input_tokens_details: { cached_tokens: 8, cache_write_tokens: 4 },
    output_tokens_details: { reasoning_tokens: 0 },
  },
  response_id: 'resp-1',
};

const read = (result?: Json, input: Json = INPUT, activityType = 'invoke_model_activity') =>
  openAiAgentsPython.readCall(writeActivity(activityType, input, result));

test('request and answer are read, with their places', () => {
  const call = read(RESPONSE);
  expect(call).toMatchObject({
    framework: 'openai-agents',
    requestModel: 'gpt-4o',
    responseId: 'resp-1',
    systemInstructions: { text: 'Be brief.', place: { path: ['input', 0, 'system_instructions'] } },
    parameters: { value: { temperature: 0.2 } },
    toolsOffered: [
      { kind: 'tool', name: 'get_weather' },
      { kind: 'handoff', name: 'transfer_to_faq' },
    ],
    inputItems: [
      { kind: 'message', role: 'user', text: 'weather?' },
      { kind: 'tool-call', call: { id: 'c1', name: 'get_weather', arguments: { city: 'Tokyo' } } },
      {
        kind: 'tool-result',
        callId: 'c1',
        text: 'sunny',
        place: { path: ['input', 0, 'input', 2, 'output'] },
      },
      { kind: 'reasoning', text: 'because' },
    ],
    toolCalls: [{ id: 'c2', name: 'transfer_to_faq' }],
    usage: { inputTokens: 20, outputTokens: 5, cacheReadTokens: 8, reasoningTokens: 0 },
  });
  expect(call?.outputText).toMatchObject({
    text: 'Sunny.',
    place: { path: ['result', 0, 'output', 0, 'content', 0, 'text'] },
  });
});

test('usage of 0 tokens, a null id and a null model say nothing', () => {
  const usage = { requests: 0, input_tokens: 0, output_tokens: 0 };
  const call = read({ output: [], usage, response_id: null }, { ...INPUT, model_name: null });
  expect(call?.usage).toEqual({});
  expect(call).not.toHaveProperty('responseId');
  expect(call).not.toHaveProperty('requestModel');
});

test('a streaming call is read from its last event', () => {
  const response = {
    ...RESPONSE,
    object: 'response',
    id: 'resp-2',
    model: 'gpt-4o-2024',
    status: 'completed',
  };
  const stream = [
    { type: 'response.output_text.delta', delta: 'S' },
    { type: 'response.completed', response: { ...response, response_id: undefined } },
  ].map((event): Json => JSON.parse(JSON.stringify(event)));
  expect(read(stream, INPUT, 'invoke_model_activity_streaming')).toMatchObject({
    ...{
      responseId: 'resp-2',
      responseModel: 'gpt-4o-2024',
      provider: 'openai',
      finishReasons: ['completed'],
    },
    outputText: {
      text: 'Sunny.',
      place: { path: ['result', 0, 1, 'response', 'output', 0, 'content', 0, 'text'] },
    },
  });
});

test('a stream that was cut off has no answer; odd shapes harm nobody', () => {
  expect(read([{ type: 'response.created' }])).toMatchObject({ outputItems: [], usage: {} });
  for (const odd of [null, 7, 'x', [[]], { output: 3, usage: [] }]) expect(read(odd)).toBeDefined();
  const input = { model_settings: [], input: { a: 1 }, tools: 'x', handoffs: [null] };
  expect(read(RESPONSE, input)).toMatchObject({ inputItems: [] });
});

test('another activity, or another argument, is no model call', () => {
  expect(read(RESPONSE, INPUT, 'get_weather')).toBeUndefined();
  expect(read(RESPONSE, { model_name: 'm' })).toBeUndefined();
});
