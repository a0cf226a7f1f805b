import { expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { writeActivity } from '../_recorded/read-activity.ts';
import { strandsPython } from './strands-python.ts';

const INPUT = {
  model_name: 'claude',
  messages: [
    { role: 'user', content: [{ text: 'price of NVDA?' }] },
    {
      role: 'assistant',
      content: [{ toolUse: { toolUseId: 't1', name: 'price', input: { symbol: 'NVDA' } } }],
    },
    {
      role: 'user',
      content: [{ toolResult: { toolUseId: 't1', status: 'success', content: [{ text: '42' }] } }],
    },
    { role: 'assistant', content: [{ reasoningContent: { reasoningText: { text: 'so' } } }] },
  ],
  invocation_state: {},
  tool_specs: [{ name: 'price', inputSchema: {} }],
  system_prompt: 'Be brief.',
  tool_choice: null,
};

const STREAM = [
  { messageStart: { role: 'assistant' } },
  { contentBlockDelta: { delta: { reasoningContent: { text: 'hm' } } } },
  { contentBlockStop: {} },
  { contentBlockStart: { start: {} } },
  { contentBlockDelta: { delta: { text: 'It is ' } } },
  { contentBlockDelta: { delta: { text: '42.' } } },
  { contentBlockStop: {} },
  { contentBlockStart: { start: { toolUse: { toolUseId: 't2', name: 'buy' } } } },
  { contentBlockDelta: { delta: { toolUse: { input: '{"qty":1}' } } } },
  { contentBlockStop: {} },
  { messageStop: { stopReason: 'tool_use' } },
  { metadata: { usage: { inputTokens: 9, outputTokens: 4, totalTokens: 13 }, metrics: { latencyMs: 1 } } },
];

const read = (result?: Json, input: Json = INPUT) =>
  strandsPython.readCall(writeActivity('invoke_model', input, result));

test('request and stream of events are read', () => {
  expect(read(STREAM)).toMatchObject({
    ...{ framework: 'strands', requestModel: 'claude', systemInstructions: { text: 'Be brief.' } },
    toolsOffered: [{ kind: 'tool', name: 'price' }],
    inputItems: [
      { kind: 'message', role: 'user', text: 'price of NVDA?' },
      { kind: 'tool-call', call: { id: 't1', name: 'price', arguments: { symbol: 'NVDA' } } },
      { kind: 'tool-result', callId: 't1', text: '42' },
      { kind: 'reasoning', text: 'so' },
    ],
    outputItems: [
      { kind: 'reasoning', text: 'hm' },
      { kind: 'message', text: 'It is 42.', place: { path: ['result', 0, 3] } },
      { kind: 'tool-call', call: { id: 't2', name: 'buy', arguments: { qty: 1 } } },
    ],
    finishReasons: ['tool_use'],
    usage: { inputTokens: 9, outputTokens: 4 },
    usagePlace: { path: ['result', 0, 11, 'metadata', 'usage'] },
  });
});

test('a text of one delta is cited itself', () => {
  expect(read([{ contentBlockDelta: { delta: { text: 'hi' } } }])?.outputText?.place.path).toEqual([
    ...['result', 0, 0, 'contentBlockDelta', 'delta', 'text'],
  ]);
});

test('other shapes harm nobody; the ADK and other activities are not read', () => {
  for (const odd of [null, 1, [null, 'x', { contentBlockDelta: 1 }, { metadata: null }]]) {
    expect(read(odd)).toMatchObject({ toolCalls: [] });
  }
  expect(read(STREAM, { contents: [] })).toBeUndefined();
  expect(strandsPython.readCall(writeActivity('invokeModel', INPUT, STREAM))).toBeUndefined();
});
