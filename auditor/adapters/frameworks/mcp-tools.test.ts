import { expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { writeActivity } from '../_recorded/read-activity.ts';
import { mcpTools } from './mcp-tools.ts';

const run = (type: string, input: Json) => mcpTools.readToolRun?.(writeActivity(type, input));

test.each<[string, Json, object]>([
  ['library-stateless-call-tool', { toolName: 'find', args: { a: 1 } }, { server: 'library' }],
  ['library-stateful-call-tool-v2', { tool_name: 'find', arguments: { a: 1 } }, { server: 'library' }],
  [
    'my-lib-callTool',
    { name: 'find', input: { a: 1 }, options: { toolCallId: 'c' } },
    { server: 'my-lib', callId: 'c' },
  ],
  [
    'lib-call-tool',
    { tool_name: 'find', arguments: { a: 1 }, tool_use_id: 'u' },
    { server: 'lib', callId: 'u' },
  ],
  ['temporalio.mcp.lib.call-tool', { name: 'find', arguments: { a: 1 } }, { server: 'lib' }],
])('%s: tool, arguments, server, and the call id where it is handed on', (type, input, more) => {
  expect(run(type, input)).toMatchObject({ toolName: 'find', arguments: { value: { a: 1 } }, ...more });
});

test('listing is named after what is asked', () => {
  expect(run('library-listTools', {})).toMatchObject({ toolName: 'listTools', server: 'library' });
  expect(run('a-list-prompts', {})).toMatchObject({ toolName: 'list-prompts', server: 'a' });
});

test('other activities, nameless calls and endless names are no tools', () => {
  for (const type of ['getQuote', 'callTool', 'x-call-tools', `${'a'.repeat(400)}-call-tool`]) {
    expect(run(type, { name: 'find' })).toBeUndefined();
  }
  expect(run('library-call-tool', {})).toBeUndefined();
});
