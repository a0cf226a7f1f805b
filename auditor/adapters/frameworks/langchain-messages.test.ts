import { expect, test } from 'vitest';
import { toPlaceOf, writeActivity } from '../_recorded/read-activity.ts';
import { isModelMessage, toLangChainItems, toLangChainResponse } from './langchain-messages.ts';

const place = toPlaceOf(writeActivity('a', {}), 'p');

test('a message is read as dumpd writes it and as its fields alone, each with its place', () => {
  const fields = { type: 'human', content: 'q' };
  expect(toLangChainItems([fields, { lc: 1, kwargs: fields }], place)).toMatchObject([
    { role: 'user', text: 'q', place: { path: ['p', 0, 'content'] } },
    { role: 'user', text: 'q', place: { path: ['p', 1, 'kwargs', 'content'] } },
  ]);
});

test('a message of a model that only asks for tools says nothing; one that says something too is both', () => {
  const tool_calls = [{ name: 'get', args: { a: 1 }, id: 'c1' }];
  const kinds = (content: string) =>
    toLangChainItems([{ type: 'ai', content, tool_calls }], place).map(({ kind }) => kind);
  expect(kinds('')).toEqual(['tool-call']);
  expect(kinds('let me see')).toEqual(['message', 'tool-call']);
});

test('a result that is told as an error is told so', () => {
  const read = (status: string) =>
    toLangChainItems([{ type: 'tool', tool_call_id: 'c1', content: 'x', status }], place)[0];
  expect(read('error')).toMatchObject({ kind: 'tool-result', callId: 'c1', text: 'x', isError: true });
  expect(read('success')).not.toHaveProperty('isError');
});

test('tools that the provider ran itself stand in the content', () => {
  const content = [
    { type: 'server_tool_use', id: 's', name: 'web_search', input: { q: 1 } },
    { type: 'web_search_tool_result', tool_use_id: 's', content: [] },
    { type: 'file_search_call', id: 'f', queries: [], status: 'completed' },
  ];
  const call = { name: 'get', args: {}, id: 'c1' };
  const response = toLangChainResponse({ type: 'ai', content, tool_calls: [call] }, place);
  expect(response.outputItems.map((item) => item.kind)).toEqual([
    ...['tool-call', 'tool-result', 'tool-call', 'tool-call'],
  ]);
  expect(response.toolCalls.map(({ name }) => name)).toEqual(['get']);
});

test('counts that are not there are absent', () => {
  expect(
    toLangChainResponse({ type: 'ai', content: 'x', usage_metadata: { input_tokens: 3 } }, place),
  ).toMatchObject({
    usage: { inputTokens: 3 },
    usagePlace: { path: ['p', 'usage_metadata'] },
  });
  expect(toLangChainResponse({ type: 'ai', content: 'x' }, place).usage).toEqual({});
});

test('what a model wrote is told from the rest', () => {
  expect(isModelMessage({ kwargs: { type: 'ai' } })).toBe(true);
  expect(isModelMessage({ type: 'AIMessageChunk' })).toBe(true);
  for (const other of [undefined, null, 7, { type: 'tool' }]) expect(isModelMessage(other)).toBe(false);
});
