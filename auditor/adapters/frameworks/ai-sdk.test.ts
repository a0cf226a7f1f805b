import { expect, test } from 'vitest';
import { writeActivity } from '../_recorded/read-activity.ts';
import { aiSdk } from './ai-sdk.ts';

const INPUT = {
  modelId: 'm',
  options: {
    prompt: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: [{ type: 'text', text: 'hello' }] },
    ],
    ...{
      temperature: 0.2,
      tools: [{ type: 'function', name: 'look' }],
      headers: { authorization: 'secret' },
    },
  },
};
const RESULT = {
  content: [
    { type: 'text', text: 'HOLD' },
    { type: 'tool-call', toolCallId: 'c', toolName: 'look', input: '{"a":1}' },
  ],
  ...{ finishReason: { unified: 'tool-calls', raw: 'tool_use' }, response: { id: 'r', modelId: 'm-1' } },
  ...{
    usage: { inputTokens: { total: 9 }, outputTokens: { total: 2 } },
    providerMetadata: { anthropic: {} },
  },
};

test('request and answer, with the system message as instructions and the provider’s own finish reason', () => {
  const call = aiSdk.readCall(writeActivity('invokeModel', INPUT, RESULT));
  expect(call).toMatchObject({
    ...{ requestModel: 'm', responseModel: 'm-1', responseId: 'r', provider: 'anthropic' },
    ...{
      systemInstructions: { text: 'Be brief.' },
      finishReasons: ['tool_use'],
      toolsOffered: [{ name: 'look' }],
    },
    inputItems: [{ kind: 'message', role: 'user', text: 'hello' }],
    toolCalls: [{ id: 'c', name: 'look', arguments: { a: 1 } }],
    usage: { inputTokens: 9, outputTokens: 2 },
  });
  expect(call?.outputText?.place.path).toEqual(['result', 0, 'content', 0, 'text']);
  expect(JSON.stringify(call?.parameters?.value)).not.toContain('secret');
});

test('an older answer has a text as finish reason; an open call has no answer', () => {
  const old = { ...RESULT, finishReason: 'stop' };
  expect(aiSdk.readCall(writeActivity('invokeModelStreaming', INPUT, old))?.finishReasons).toEqual(['stop']);
  expect(aiSdk.readCall(writeActivity('invokeModel', INPUT))).toMatchObject({ outputItems: [], usage: {} });
});

test('embeddings are an operation of their own', () => {
  const input = { modelId: 'e', values: ['a', 'b'] };
  const result = {
    embeddings: [
      [1, 2],
      [3, 4],
    ],
    usage: { tokens: 5 },
  };
  expect(aiSdk.readCall(writeActivity('invokeEmbeddingModel', input, result))).toMatchObject({
    ...{ operation: 'embeddings', requestModel: 'e', usage: { inputTokens: 5 } },
    outputItems: [{ type: 'embedding of 2 dimensions' }, { type: 'embedding of 2 dimensions' }],
  });
});

test('the same activity of another framework is not read', () => {
  expect(aiSdk.readCall(writeActivity('invokeModel', { messages: [], modelName: 'x' }))).toBeUndefined();
  expect(aiSdk.readCall(writeActivity('getQuote', INPUT))).toBeUndefined();
});
