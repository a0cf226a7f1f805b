import { expect, test } from 'vitest';
import { toPlaceOf, writeActivity } from '../_recorded/read-activity.ts';
import { toServerToolItem } from './server-tool-blocks.ts';

const place = toPlaceOf(writeActivity('a', {}), 'p');

test('Anthropic’s own tools and what they gave back', () => {
  const use = { type: 'server_tool_use', id: 's1', name: 'web_search', input: { query: 'NVDA' } };
  expect(toServerToolItem(use, place)).toMatchObject({
    kind: 'tool-call',
    call: { id: 's1', name: 'web_search', arguments: { query: 'NVDA' }, byProvider: 'unknown' },
  });
  const result = { type: 'web_search_tool_result', tool_use_id: 's1' };
  const found = [{ type: 'web_search_result', url: 'u', title: 't' }];
  expect(toServerToolItem({ ...result, content: found }, place)).toMatchObject({
    ...{ kind: 'tool-result', callId: 's1', text: JSON.stringify(found), byProvider: 'completed' },
    place: { path: ['p', 'content'] },
  });
  const error = { type: 'web_search_tool_result_error', error_code: 'max_uses_exceeded' };
  expect(toServerToolItem({ ...result, content: error }, place)).toMatchObject({ byProvider: 'failed' });
});

test('tools of an MCP server that it called', () => {
  const use = { type: 'mcp_tool_use', id: 'm', name: 'price', server_name: 's', input: {} };
  expect(toServerToolItem(use, place)).toMatchObject({ call: { name: 'price' } });
  const result = { type: 'mcp_tool_result', tool_use_id: 'm', is_error: true, content: 'no' };
  expect(toServerToolItem(result, place)).toMatchObject({ text: 'no', byProvider: 'failed' });
});

test('LangChain’s blocks for any provider', () => {
  const call = { type: 'server_tool_call', id: 'l', name: 'web_search', args: { q: 1 } };
  expect(toServerToolItem(call, place)).toMatchObject({ call: { id: 'l', arguments: { q: 1 } } });
  const result = { type: 'server_tool_result', tool_call_id: 'l', status: 'success', output: { a: 1 } };
  expect(toServerToolItem(result, place)).toMatchObject({
    callId: 'l',
    text: '{"a":1}',
    byProvider: 'completed',
  });
  expect(toServerToolItem({ ...result, status: 'error' }, place)).toMatchObject({ byProvider: 'failed' });
});

test('what the workflow runs and answers is none', () => {
  expect(toServerToolItem({ type: 'tool_use', id: 't', name: 'get', input: {} }, place)).toBeUndefined();
  expect(toServerToolItem({ type: 'tool_result', tool_use_id: 't', content: '' }, place)).toBeUndefined();
  expect(toServerToolItem(7, place)).toBeUndefined();
});
