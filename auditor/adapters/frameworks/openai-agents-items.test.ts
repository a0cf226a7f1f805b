import { expect, test } from 'vitest';
import { toModelItems } from './openai-agents-items.ts';

const place = {
  event: {
    ...{ eventId: 1, eventType: 'X', eventTime: '', timeMicros: 0 },
    ...{ attributes: {}, attributesKey: 'xEventAttributes' },
  },
  path: ['p'],
};
const read = (value: Parameters<typeof toModelItems>[0]) => toModelItems(value, place);

test('a text is what the user said', () => {
  expect(read('hello')).toMatchObject([{ kind: 'message', role: 'user', text: 'hello' }]);
});

test('each kind of item keeps its place', () => {
  const items = read([
    { role: 'user', content: 'plain' },
    {
      type: 'message',
      role: 'assistant',
      content: [
        { type: 'output_text', text: 'a' },
        { type: 'refusal', refusal: 'b' },
      ],
    },
    { type: 'function_call', callId: 'c1', name: 'tool', arguments: '{"x":1}' },
    { type: 'function_call_result', callId: 'c1', name: 'tool', output: { type: 'text', text: '42' } },
    { type: 'reasoning', content: [{ type: 'input_text', text: 'because' }] },
    { type: 'hosted_tool_call', name: 'mcp_list_tools' },
  ]);
  expect(items).toMatchObject([
    { kind: 'message', role: 'user', text: 'plain', place: { path: ['p', 0, 'content'] } },
    { kind: 'message', role: 'assistant', text: 'a\nb', place: { path: ['p', 1, 'content'] } },
    { kind: 'tool-call', call: { id: 'c1', name: 'tool', arguments: { x: 1 } } },
    {
      kind: 'tool-result',
      callId: 'c1',
      name: 'tool',
      text: '42',
      place: { path: ['p', 3, 'output', 'text'] },
    },
    { kind: 'reasoning', text: 'because', place: { path: ['p', 4, 'content', 0, 'text'] } },
    { kind: 'other', type: 'hosted_tool_call mcp_list_tools' },
  ]);
});

test('arguments that are no JSON stay the model’s text', () => {
  expect(read([{ type: 'function_call', name: 't', arguments: '{broken' }])).toMatchObject([
    { call: { arguments: '{broken', id: '' } },
  ]);
});

test('what is no list and no text holds nothing; odd items harm nobody', () => {
  expect(read(7)).toEqual([]);
  expect(read(undefined)).toEqual([]);
  expect(read([null, 3, 'x', { type: 'message', content: { a: 1 } }])).toHaveLength(4);
});

test('built-in tools that the workflow runs are tool calls, with results', () => {
  const action = { commands: ['ls'] };
  const printed = { stdout: 'a.txt', stderr: '', outcome: { type: 'exit', exitCode: 0 } };
  expect(
    read([
      { type: 'computer_call', callId: 'c1', actions: [{ type: 'screenshot' }] },
      { type: 'computer_call_result', callId: 'c1', output: { type: 'computer_screenshot', data: 'AAAA' } },
      { type: 'shell_call', callId: 'c2', action },
      { type: 'shell_call_output', callId: 'c2', output: [printed] },
      { type: 'apply_patch_call', callId: 'c3', operation: { type: 'delete_file', path: 'x' } },
      { type: 'apply_patch_call_output', callId: 'c3', status: 'completed', output: 'done' },
      { type: 'apply_patch_call_output', callId: 'c4', status: 'failed', output: 'no such file' },
    ]),
  ).toMatchObject([
    { call: { id: 'c1', name: 'computer', arguments: [{ type: 'screenshot' }] } },
    { kind: 'tool-result', callId: 'c1', text: '' },
    { call: { id: 'c2', name: 'shell', arguments: action, place: { path: ['p', 2, 'action'] } } },
    { kind: 'tool-result', callId: 'c2', text: 'a.txt' },
    { call: { id: 'c3', name: 'apply_patch', arguments: { type: 'delete_file', path: 'x' } } },
    { kind: 'tool-result', callId: 'c3', text: 'done' },
    { kind: 'tool-result', callId: 'c4', text: 'no such file', isError: true },
  ]);
});

test('images, files and audio stand beside the text; what was heard is text', () => {
  const image = { type: 'input_image', image: 'data:image/png;base64,AAAA' };
  expect(
    read([
      { role: 'user', content: [{ type: 'input_text', text: 'what is this?' }, image] },
      { role: 'user', content: [image] },
      { role: 'assistant', content: [{ type: 'audio', audio: 'AAAA', transcript: 'a cat' }] },
    ]),
  ).toMatchObject([
    { kind: 'message', role: 'user', text: 'what is this?' },
    { kind: 'other', type: 'input_image', place: { path: ['p', 0, 'content', 1] } },
    { kind: 'other', type: 'input_image', place: { path: ['p', 1, 'content', 0] } },
    { kind: 'message', role: 'assistant', text: 'a cat' },
  ]);
});

test('reasoning without a summary is what the model wrote', () => {
  const rawContent = [{ type: 'reasoning_text', text: 'raw' }];
  expect(read([{ type: 'reasoning', content: [], rawContent }])).toMatchObject([
    { kind: 'reasoning', text: 'raw', place: { path: ['p', 0, 'rawContent', 0, 'text'] } },
  ]);
});
