import { expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { writeActivity } from '../_recorded/read-activity.ts';
import { pydanticAi } from './pydantic-ai.ts';

/** As `ModelMessagesTypeAdapter` writes them. */
const MESSAGES = [
  {
    ...{ kind: 'request', instructions: 'Trade well.' },
    parts: [
      { part_kind: 'system-prompt', content: 'Be brief.' },
      { part_kind: 'user-prompt', content: ['price?', { kind: 'image-url', url: 'x' }] },
    ],
  },
  {
    kind: 'response',
    parts: [
      { part_kind: 'thinking', content: 'hm' },
      { part_kind: 'tool-call', tool_name: 'price', args: '{"s":"NVDA"}', tool_call_id: 'c1' },
    ],
  },
  {
    ...{ kind: 'request', instructions: null },
    parts: [
      { part_kind: 'tool-return', tool_name: 'price', content: { p: 42 }, tool_call_id: 'c1' },
      { part_kind: 'retry-prompt', tool_name: null, content: 'bad' },
    ],
  },
];

const INPUT = {
  messages: MESSAGES,
  model_id: null,
  model_settings: null,
  model_request_parameters: { function_tools: [{ name: 'price' }], output_tools: [{ name: 'final_result' }] },
};

const RESPONSE = {
  ...{ kind: 'response', model_name: 'm', provider_name: 'openai', finish_reason: 'stop' },
  parts: [{ part_kind: 'text', content: '42' }],
  usage: { input_tokens: 5, output_tokens: 2, cache_read_tokens: 1, cache_write_tokens: 0, details: {} },
};

const MODEL = 'agent__my_agent__model_request';
const read = (result?: Json, input: Json = INPUT, type = MODEL) =>
  pydanticAi.readCall(writeActivity(type, input, result));

test('request and answer are read, part by part', () => {
  expect(read(RESPONSE)).toMatchObject({
    ...{ framework: 'pydantic-ai', agentName: 'my_agent', responseModel: 'm', provider: 'openai' },
    inputItems: [
      { kind: 'message', role: 'system', text: 'Be brief.' },
      { kind: 'message', role: 'user', text: 'price?' },
      { kind: 'reasoning', text: 'hm' },
      { kind: 'tool-call', call: { id: 'c1', name: 'price', arguments: { s: 'NVDA' } } },
      { kind: 'tool-result', callId: 'c1', name: 'price', text: '{"p":42}' },
      { kind: 'message', role: 'user', text: 'bad' },
    ],
    toolsOffered: [{ name: 'price' }, { name: 'final_result' }],
    outputText: { text: '42', place: { path: ['result', 0, 'parts', 0, 'content'] } },
    finishReasons: ['stop'],
    usage: { inputTokens: 5, outputTokens: 2, cacheReadTokens: 1 },
  });
  expect(read(RESPONSE)).not.toHaveProperty('systemInstructions');
  expect(read(RESPONSE)).not.toHaveProperty('parameters');
});

test('instructions of the last request are in force', () => {
  const call = read(RESPONSE, { ...INPUT, messages: MESSAGES.slice(0, 1) });
  expect(call?.systemInstructions).toMatchObject({
    text: 'Trade well.',
    place: { path: ['input', 0, 'messages', 0, 'instructions'] },
  });
});

test('a tool run says which call of the model it answers', () => {
  const input = {
    name: 'price',
    tool_args: { s: 'NVDA' },
    serialized_run_context: { tool_call_id: 'c1', run_step: 1 },
  };
  const run = (type: string) => pydanticAi.readToolRun?.(writeActivity(type, input));
  expect(run('agent__my_agent__toolset__agent__call_tool')).toMatchObject({
    ...{ framework: 'pydantic-ai', toolName: 'price', callId: 'c1', arguments: { value: { s: 'NVDA' } } },
  });
  expect(run('agent__a__mcp_server__weather__call_tool')).toMatchObject({
    framework: 'mcp',
    server: 'weather',
  });
  expect(run('agent__a__mcp_server__weather__get_tools')).toMatchObject({ toolName: 'get_tools' });
  expect(run(MODEL)).toBeUndefined();
});

test('other activities and odd shapes', () => {
  expect(read(RESPONSE, INPUT, 'agent__a__event_stream_handler')).toBeUndefined();
  expect(read(RESPONSE, INPUT, `agent__${'x'.repeat(400)}__model_request`)).toBeUndefined();
  for (const odd of [null, 4, { parts: [null, { part_kind: 'tool-call' }], usage: [] }]) {
    expect(read(odd, { messages: [null, { parts: 3 }] })).toBeDefined();
  }
});
