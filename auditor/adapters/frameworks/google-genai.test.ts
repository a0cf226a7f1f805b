import { expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { writeActivity } from '../_recorded/read-activity.ts';
import { googleGenAi } from './google-genai.ts';

const REQUEST = {
  http_method: 'post',
  path: 'models/gemini-2.5-flash:generateContent',
  request_dict: {
    contents: [{ role: 'user', parts: [{ text: 'price?' }] }],
    systemInstruction: { parts: [{ text: 'Be brief.' }] },
    tools: [{ functionDeclarations: [{ name: 'price' }] }],
    generationConfig: { temperature: 0.1 },
  },
};
const body = (parts: Json, more: Record<string, Json> = {}) => ({
  headers: {},
  body: JSON.stringify({ candidates: [{ content: { role: 'model', parts } }], modelVersion: 'g-1', ...more }),
});
const read = (result?: Json, input: Json = REQUEST, type = 'gemini_api_client_async_request') =>
  googleGenAi.readCall(writeActivity(type, input, result));

test('request and answer are read; what stands in the body’s text is cited by the body', () => {
  const usageMetadata = { promptTokenCount: 5, candidatesTokenCount: 2 };
  const call = { functionCall: { name: 'price', args: { s: 'N' } } };
  expect(read(body([{ text: 'let me see' }, call], { usageMetadata, responseId: 'r1' }))).toMatchObject({
    ...{ requestModel: 'gemini-2.5-flash', responseModel: 'g-1', responseId: 'r1' },
    systemInstructions: { text: 'Be brief.' },
    inputItems: [{ kind: 'message', role: 'user', text: 'price?' }],
    toolsOffered: [{ name: 'price' }],
    parameters: { value: { temperature: 0.1 } },
    outputText: { text: 'let me see', place: { path: ['result', 0, 'body'] } },
    toolCalls: [{ name: 'price', arguments: { s: 'N' }, place: { path: ['result', 0, 'body'] } }],
    usage: { inputTokens: 5, outputTokens: 2 },
  });
});

test('the pieces of a streamed answer are one text', () => {
  const chunks = [
    body([{ text: 'It is ' }]),
    body([{ text: '42.' }], { usageMetadata: { promptTokenCount: 5 } }),
  ];
  const input = { ...REQUEST, path: 'models/g:streamGenerateContent?alt=sse' };
  expect(read({ chunks }, input, 'gemini_api_client_async_request_streamed')).toMatchObject({
    outputItems: [
      { kind: 'message', text: 'It is 42.', place: { path: ['result', 0, 'chunks', 0, 'body'] } },
    ],
    usagePlace: { path: ['result', 0, 'chunks', 1, 'body'] },
  });
});

test('embeddings are no chat; other requests are no model calls; odd shapes harm nobody', () => {
  const content = { parts: [{ text: 'embed me' }] };
  expect(read(undefined, { path: 'models/e:embedContent', request_dict: { content } })).toMatchObject({
    operation: 'embeddings',
    inputItems: [
      { text: 'embed me', place: { path: ['input', 0, 'request_dict', 'content', 'parts', 0, 'text'] } },
    ],
  });
  const requests = [{ content }, null];
  expect(read(undefined, { path: 'models/e:batchEmbedContents', request_dict: { requests } })).toMatchObject({
    inputItems: [{ text: 'embed me' }],
    inputPlace: { path: ['input', 0, 'request_dict', 'requests'] },
  });
  expect(read(undefined, { path: 'files/1', request_dict: {} })).toBeUndefined();
  for (const odd of [
    null,
    { body: '{' },
    { body: 7 },
    { chunks: [null] },
    { body: '{"candidates":[null]}' },
  ]) {
    expect(read(odd)).toMatchObject({ outputItems: [] });
  }
});
