import { expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { writeActivity } from '../_recorded/read-activity.ts';
import { googleAdk } from './google-adk.ts';

/** As the package's converter writes them: every field, most of them null. */
const part = (given: Record<string, Json>): Json => ({
  inlineData: null,
  functionCall: null,
  text: null,
  ...given,
});

const REQUEST = {
  model: 'gemini',
  contents: [
    { role: 'user', parts: [part({ text: 'price?' })] },
    { role: 'model', parts: [part({ functionCall: { id: 'c1', name: 'price', args: { s: 'N' } } })] },
    {
      role: 'user',
      parts: [part({ functionResponse: { id: 'c1', name: 'price', response: { result: 42 } } })],
    },
    { role: 'user', parts: [part({ inlineData: { mimeType: 'image/png' } })] },
  ],
  config: {
    ...{ systemInstruction: 'Be brief.', temperature: 0.1, topP: null, labels: { adk_agent_name: 'trader' } },
    tools: [{ googleSearch: null, functionDeclarations: [{ name: 'price', description: null }] }],
  },
};

const answer = (given: Record<string, Json>): Json => ({
  ...{ modelVersion: 'g-1', partial: null, finishReason: 'STOP', errorCode: null, usageMetadata: null },
  ...given,
});
const USAGE = {
  promptTokenCount: 5,
  candidatesTokenCount: 2,
  thoughtsTokenCount: 1,
  cachedContentTokenCount: null,
};

const read = (result?: Json, input: Json = REQUEST, type = 'invoke_model') =>
  googleAdk.readCall(writeActivity(type, input, result));

test('request and answer are read with their places', () => {
  const content = { role: 'model', parts: [part({ text: 'hm', thought: true }), part({ text: '42' })] };
  expect(read([answer({ content, usageMetadata: USAGE })])).toMatchObject({
    ...{ framework: 'google-adk', requestModel: 'gemini', responseModel: 'g-1', agentName: 'trader' },
    systemInstructions: { text: 'Be brief.', place: { path: ['input', 0, 'config', 'systemInstruction'] } },
    toolsOffered: [
      { name: 'price', place: { path: ['input', 0, 'config', 'tools', 0, 'functionDeclarations', 0] } },
    ],
    parameters: { value: { temperature: 0.1 } },
    inputItems: [
      { kind: 'message', role: 'user', text: 'price?' },
      { kind: 'tool-call', call: { id: 'c1', name: 'price', arguments: { s: 'N' } } },
      { kind: 'tool-result', callId: 'c1', name: 'price', text: '{"result":42}' },
      { kind: 'other', type: 'inlineData' },
    ],
    outputItems: [
      { kind: 'reasoning', text: 'hm' },
      { kind: 'message', role: 'assistant', text: '42' },
    ],
    outputText: { text: '42', place: { path: ['result', 0, 0, 'content', 'parts', 1, 'text'] } },
    finishReasons: ['STOP'],
    usage: { inputTokens: 5, outputTokens: 3, reasoningTokens: 1 },
    usagePlace: { path: ['result', 0, 0, 'usageMetadata'] },
  });
});

test('of a stream the whole answer is read, not its pieces twice', () => {
  const say = (text: string, partial: Json) =>
    answer({ partial, content: { role: 'model', parts: [part({ text })] } });
  const input = { llm_request: REQUEST, streaming_topic: 't' };
  expect(read([say('4', true), say('42', null)], input, 'invoke_model_streaming')).toMatchObject({
    outputItems: [{ text: '42' }],
    inputPlace: { path: ['input', 0, 'llm_request', 'contents'] },
  });
});

test('Strands and other shapes', () => {
  expect(read([], { messages: [] })).toBeUndefined();
  for (const odd of [null, 3, [null], [{ content: { parts: [null, 7] } }]]) {
    expect(read(odd, { contents: [null, { parts: 'x' }], config: [] })).toBeDefined();
  }
});
