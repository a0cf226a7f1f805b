import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from '../decision-tree/_recorded/history-writer.ts';
import { pairActivities } from '../decision-tree/activities.ts';
import type { Json } from '../model/history-event.ts';
import { createRuleReader } from './json-rule.ts';
import { jsonRuleSchema } from './json-rule-schema.ts';

const RULE = jsonRuleSchema.parse({
  name: 'my-framework',
  activityType: 'call(Model|Chat)',
  provider: 'mine',
  requestModel: '/input/0/model',
  responseModel: '/result/0/model',
  systemInstructions: '/input/0/system',
  inputMessages: { items: '/input/0/messages/*', role: '/role', text: '/content' },
  outputText: '/result/0/text',
  toolCalls: { items: '/result/0/calls/*', id: '/id', name: '/tool', arguments: '/args' },
  toolsOffered: '/input/0/tools/*/name',
  finishReason: '/result/0/stop',
  usage: { inputTokens: '/result/0/usage/in', outputTokens: '/result/0/usage/out' },
});

function read(activityType: string, input: Json, result: Json) {
  const history = new HistoryWriter();
  history.activity(activityType, input, { result });
  const [activity] = pairActivities(history.events.map(toDecodedEvent));
  return activity && createRuleReader(RULE).readCall(activity);
}

const INPUT = {
  model: 'm',
  system: 'Be brief.',
  messages: [
    { role: 'user', content: 'hello' },
    { role: 'user', content: [1] },
  ],
  tools: [{ name: 'getPrice' }],
};
const RESULT = {
  model: 'm-2026',
  text: 'HOLD',
  calls: [{ id: 'c1', tool: 'getPrice', args: '{"symbol":"NVDA"}' }, { args: 'nameless' }],
  stop: 'end',
  usage: { in: 12, out: 'many' },
};

test('every part that the rule names, with its place', () => {
  const call = read('callChat', INPUT, RESULT);
  expect(call).toMatchObject({
    framework: 'my-framework',
    provider: 'mine',
    requestModel: 'm',
    responseModel: 'm-2026',
    systemInstructions: { text: 'Be brief.' },
    inputItems: [{ kind: 'message', role: 'user', text: 'hello' }],
    toolsOffered: [{ name: 'getPrice' }],
    toolCalls: [{ id: 'c1', name: 'getPrice', arguments: { symbol: 'NVDA' } }],
    finishReasons: ['end'],
    usage: { inputTokens: 12 },
    outputText: { text: 'HOLD' },
  });
  expect(call?.usage).not.toHaveProperty('outputTokens');
  expect(call?.outputText?.place.path).toEqual(['result', 0, 'text']);
  expect(call?.inputItems[0]?.place.path).toEqual(['input', 0, 'messages', 0]);
});

test('another activity is not read; one of another shape is a call of which little is known', () => {
  expect(read('callModelX', INPUT, RESULT)).toBeUndefined();
  expect(read('xcallModel', INPUT, RESULT)).toBeUndefined();
  expect(read(`callModel${'x'.repeat(5_000)}`, INPUT, RESULT)).toBeUndefined();
  expect(read('callModel', 7, [])).toMatchObject({ inputItems: [], toolCalls: [], usage: {} });
});
