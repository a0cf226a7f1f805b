import { expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { writeActivity } from '../_recorded/read-activity.ts';
import { langGraph } from './langgraph.ts';

const INPUT = {
  args: [{ messages: [{ type: 'human', content: 'price?' }] }],
  kwargs: {},
  langgraph_config: { configurable: {} },
};
const ANSWER = {
  ...{ type: 'ai', content: '42', tool_calls: [], id: 'run-1' },
  usage_metadata: { input_tokens: 3, output_tokens: 1 },
  response_metadata: { model_name: 'm', model_provider: 'anthropic', stop_reason: 'end_turn' },
};
const read = (result: Json, input: Json = INPUT) => langGraph.readCall(writeActivity('ask', input, result));

test.each<[string, Json, readonly (string | number)[]]>([
  ['an update of the messages', { result: { messages: [ANSWER] } }, ['result', 'messages', 0]],
  ['a list of messages', { result: [{ type: 'human', content: 'x' }, ANSWER] }, ['result', 1]],
  ['a message', { result: ANSWER }, ['result']],
  [
    'a command',
    { result: null, langgraph_command: { update: { messages: [ANSWER] } } },
    ['langgraph_command', 'update', 'messages', 0],
  ],
])('a node that gives back %s of a model is a call', (_, result, path) => {
  expect(read(result)).toMatchObject({
    ...{ framework: 'langgraph', responseModel: 'm', provider: 'anthropic', finishReasons: ['end_turn'] },
    inputItems: [{ kind: 'message', role: 'user', text: 'price?' }],
    outputText: { text: '42', place: { path: ['result', 0, ...path, 'content'] } },
    usage: { inputTokens: 3, outputTokens: 1 },
  });
});

test('a node that asked no model is none: a tool’s result, plain values, an interrupt, another activity', () => {
  const tool = { type: 'tool', content: '42', tool_call_id: 'c1' };
  for (const result of [
    { result: { messages: [tool] } },
    { result: 7 },
    { langgraph_interrupts: [] },
    null,
  ]) {
    expect(read(result)).toBeUndefined();
  }
  expect(read({ result: { messages: [ANSWER] } }, { args: [] })).toBeUndefined();
});
