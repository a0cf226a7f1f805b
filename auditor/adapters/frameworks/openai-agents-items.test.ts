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
    { type: 'hosted_tool_call' },
  ]);
  expect(items).toMatchObject([
    { kind: 'message', role: 'user', text: 'plain', place: { path: ['p', 0, 'content'] } },
    { kind: 'message', role: 'assistant', text: 'a\nb', place: { path: ['p', 1, 'content'] } },
    { kind: 'tool-call', call: { id: 'c1', name: 'tool', arguments: { x: 1 } } },
    { kind: 'tool-result', callId: 'c1', text: '42', place: { path: ['p', 3, 'output', 'text'] } },
    { kind: 'reasoning', text: 'because', place: { path: ['p', 4, 'content', 0, 'text'] } },
    { kind: 'other', type: 'hosted_tool_call' },
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
