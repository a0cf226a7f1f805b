import { expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { toPlaceOf, writeActivity } from '../_recorded/read-activity.ts';
import { toHostedItems } from './openai-hosted-items.ts';

const place = toPlaceOf(writeActivity('a', {}), 'p');
const read = (item: Json) => toHostedItems(item, place);

test('a search of the web or of files, with what it found where the item holds it', () => {
  const action = { type: 'search', query: 'NVDA' };
  expect(read({ type: 'web_search_call', id: 'ws', status: 'completed', action })).toMatchObject([
    {
      kind: 'tool-call',
      call: { id: 'ws', name: 'web_search', arguments: action, byProvider: 'completed' },
      place: { path: ['p'] },
    },
  ]);
  const search = { type: 'file_search_call', id: 'fs', status: 'failed', queries: ['q'], results: null };
  expect(read(search)).toMatchObject([
    {
      call: {
        name: 'file_search',
        arguments: ['q'],
        byProvider: 'failed',
        place: { path: ['p', 'queries'] },
      },
    },
  ]);
  expect(read({ ...search, status: 'completed', results: [{ file_id: 'f', text: 't' }] })?.[1]).toMatchObject(
    {
      ...{ kind: 'tool-result', callId: 'fs', text: '[{"file_id":"f","text":"t"}]', byProvider: 'completed' },
      place: { path: ['p', 'results'] },
    },
  );
});

test('what was given back before the tool was done tells not how it ended', () => {
  const outputs = [{ type: 'logs', logs: '4' }];
  const code = { type: 'code_interpreter_call', id: 'ci', code: 'print(2+2)', outputs };
  const runs = ['in_progress', 'incomplete', 'completed', 'failed', undefined].map((status) => {
    const [call, told] = read({ ...code, ...(status === undefined ? {} : { status }) }) ?? [];
    return [
      call?.kind === 'tool-call' && call.call.byProvider,
      told?.kind === 'tool-result' && told.byProvider,
    ];
  });
  expect(runs).toEqual([
    ['unknown', 'unknown'],
    ['unknown', 'unknown'],
    ['completed', 'completed'],
    ['failed', 'failed'],
    ['completed', 'completed'],
  ]);
});

test('code and what it printed; an image is not told', () => {
  const outputs = [{ type: 'logs', logs: '4' }];
  const code = { type: 'code_interpreter_call', id: 'ci', status: 'completed', code: 'print(2+2)', outputs };
  expect(read(code)).toMatchObject([
    { call: { name: 'code_interpreter', arguments: 'print(2+2)' } },
    { text: '[{"type":"logs","logs":"4"}]' },
  ]);
  const image = { type: 'image_generation_call', id: 'ig', status: 'completed', result: 'aGVsbG8=' };
  expect(read(image)).toMatchObject([{ call: { name: 'image_generation', arguments: {} } }]);
});

test('a tool of an MCP server that OpenAI called has its own name, and fails by its error', () => {
  const call = { type: 'mcp_call', id: 'm', name: 'price', server_label: 's', arguments: '{"s":"NVDA"}' };
  expect(read({ ...call, output: '101.5', error: null })).toMatchObject([
    { call: { name: 'price', arguments: { s: 'NVDA' }, byProvider: 'completed' } },
    { text: '101.5', byProvider: 'completed' },
  ]);
  expect(read({ ...call, output: null, error: 'no' })).toMatchObject([
    { call: { byProvider: 'failed' } },
    { text: 'no', place: { path: ['p', 'error'] }, byProvider: 'failed' },
  ]);
});

test('the Agents SDK for TypeScript wraps them', () => {
  const of = (name: string, providerData: Json, output?: string) =>
    read({
      type: 'hosted_tool_call',
      id: 'h',
      name,
      status: 'completed',
      providerData,
      ...(output ? { output } : {}),
    });
  const action = { type: 'search', query: 'q' };
  expect(of('web_search_call', { type: 'web_search_call', action })).toMatchObject([
    { call: { id: 'h', name: 'web_search', place: { path: ['p', 'providerData', 'action'] } } },
  ]);
  expect(of('mcp_call', { type: 'mcp_call', name: 'price', arguments: '{}' }, '101.5')).toMatchObject([
    { call: { name: 'price' } },
    { text: '101.5', place: { path: ['p', 'output'] } },
  ]);
  const bare = { type: 'hosted_tool_call', name: 'web_search', arguments: '{"q":1}', output: 'found' };
  expect(read(bare)).toMatchObject([
    { call: { name: 'web_search', arguments: { q: 1 } } },
    { text: 'found' },
  ]);
});

test('what waits for the workflow, or runs no tool, is none', () => {
  for (const type of [
    'computer_call',
    'mcp_approval_request',
    'mcp_list_tools',
    'function_call',
    'message',
  ]) {
    expect(read({ type })).toBeUndefined();
  }
  expect(read(null)).toBeUndefined();
});
