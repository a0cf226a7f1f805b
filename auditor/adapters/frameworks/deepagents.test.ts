import { expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { writeActivity } from '../_recorded/read-activity.ts';
import { deepAgents } from './deepagents.ts';

/** As `langchain_core.load.dumpd` writes messages. */
const dumped = (name: string, kwargs: Record<string, Json>): Json => ({
  ...{ lc: 1, type: 'constructor', id: ['langchain', 'schema', 'messages', name] },
  kwargs,
});

const INPUT = {
  model_name: 'gpt',
  messages: [
    dumped('SystemMessage', { content: [{ type: 'text', text: 'Be brief.' }], type: 'system' }),
    dumped('HumanMessage', { content: 'q', type: 'human' }),
    dumped('ToolMessage', {
      content: '42',
      type: 'tool',
      name: 'get',
      tool_call_id: 'c1',
      status: 'success',
    }),
  ],
  tool_schemas: [{ type: 'function', function: { name: 'get' } }],
  bind_kwargs: { tool_choice: 'auto' },
};

const ANSWER = dumped('AIMessage', {
  content: '',
  type: 'ai',
  tool_calls: [{ name: 'get', args: { a: 1 }, id: 'c2', type: 'tool_call' }],
  usage_metadata: {
    ...{ input_tokens: 5, output_tokens: 2, total_tokens: 7 },
    input_token_details: { cache_read: 3, cache_creation: 1 },
    output_token_details: { reasoning: 1 },
  },
  response_metadata: { model_name: 'gpt-2026', finish_reason: 'tool_calls' },
});

test('a call is read from messages as dumpd writes them', () => {
  expect(
    deepAgents.readCall(writeActivity('deepagents.invoke_model', INPUT, { message: ANSWER })),
  ).toMatchObject({
    ...{
      framework: 'deepagents',
      requestModel: 'gpt',
      responseModel: 'gpt-2026',
      finishReasons: ['tool_calls'],
    },
    inputItems: [
      { kind: 'message', role: 'system', text: 'Be brief.' },
      {
        kind: 'message',
        role: 'user',
        text: 'q',
        place: { path: ['input', 0, 'messages', 1, 'kwargs', 'content'] },
      },
      { kind: 'tool-result', callId: 'c1', name: 'get', text: '42' },
    ],
    toolsOffered: [{ kind: 'tool', name: 'get' }],
    parameters: { value: { tool_choice: 'auto' } },
    outputItems: [{ kind: 'tool-call', call: { id: 'c2', name: 'get', arguments: { a: 1 } } }],
    usage: { inputTokens: 5, outputTokens: 2, cacheReadTokens: 3, cacheWriteTokens: 1, reasoningTokens: 1 },
    usagePlace: { path: ['result', 0, 'message', 'kwargs', 'usage_metadata'] },
  });
});

test('the id that a tool is run with is none of the model’s', () => {
  const input = { tool_name: 'get', tool_call_id: 'f0e6ae28', args: { a: 1 } };
  const run = deepAgents.readToolRun?.(writeActivity('deepagents.invoke_tool', input));
  expect(run).toMatchObject({
    toolName: 'get',
    arguments: { value: { a: 1 }, place: { path: ['input', 0, 'args'] } },
  });
  expect(run?.callId).toBeUndefined();
});

test('other activities and odd shapes', () => {
  expect(deepAgents.readCall(writeActivity('deepagents.backend_op', INPUT))).toBeUndefined();
  expect(deepAgents.readToolRun?.(writeActivity('deepagents.invoke_tool', {}))).toBeUndefined();
  for (const odd of [null, { message: null }, { message: { kwargs: { tool_calls: [null], content: 7 } } }]) {
    expect(
      deepAgents.readCall(writeActivity('deepagents.invoke_model', { messages: [null, 3] }, odd)),
    ).toBeDefined();
  }
});
