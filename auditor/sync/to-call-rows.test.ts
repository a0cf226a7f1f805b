import { expect, test } from 'vitest';
import { AgentWriter } from '../adapters/_recorded/agent-writer.ts';
import { answer, ask } from '../adapters/_recorded/ask.ts';
import { createUnderstanding } from '../adapters/all-adapters.ts';
import { toDecodedEvent } from '../base/decode-event.ts';
import { toRunOf } from '../decision-tree/_recorded/history-writer.ts';
import { deriveTicks } from '../decision-tree/derive-ticks.ts';
import { toCallRows } from './to-call-rows.ts';

function toRows(agent: AgentWriter) {
  const { frameworks, adapterFor } = createUnderstanding();
  const derived = deriveTicks({
    run: toRunOf('chat', agent.events),
    adapter: adapterFor({ workflowType: 'chat' }, { hasModelCalls: true }),
    frameworks,
    carry: undefined,
    events: agent.events.map(toDecodedEvent),
  });
  return { rows: toCallRows(derived).toolCalls, counts: derived.map(({ tick }) => tick.toolCalls) };
}

test('a result is pointed to where the tool completed, and nowhere else', () => {
  const agent = new AgentWriter();
  agent.start('chat', 'Hello');
  agent.workflowTask();
  agent.call({ tools: ['getQuote', 'getNews', 'getMood'] });
  const quote = agent.activity('getQuote', {}, { result: 40 });
  agent.activity('getNews', {}, { failure: { message: 'no feed' } });
  agent.schedule('getMood', {});
  const { rows } = toRows(agent);
  expect(rows.map((row) => [row.name, row.status, row.result_event_id, row.result_pointer])).toEqual([
    ['getQuote', 'completed', quote + 2, '/activityTaskCompletedEventAttributes/result/0'],
    ['getNews', 'failed', null, null],
    ['getMood', 'pending', null, null],
  ]);
});

test('what the provider ran itself is told with its result, and counted', () => {
  const agent = new AgentWriter();
  agent.start('chat', 'Hello');
  agent.workflowTask();
  const output = [
    { type: 'web_search_call', id: 'w', status: 'completed', action: { type: 'search', query: 'q' } },
    { type: 'mcp_call', id: 'm', name: 'price', arguments: '{}', output: '101.5', error: null },
    { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'BUY' }] },
  ];
  const call = agent.schedule('invokeModelActivity', { modelName: 'm', request: { input: 'Hello' } });
  agent.finish(call, { result: { output } });
  const { rows, counts } = toRows(agent);
  expect(rows.map((row) => [row.name, row.ran_as, row.status, row.result_pointer])).toEqual([
    ['web_search', 'provider', 'completed', null],
    ['price', 'provider', 'completed', '/activityTaskCompletedEventAttributes/result/0/output/1/output'],
  ]);
  expect(counts).toEqual([2]);
});

test('an agent that ran as a tool is told from a tool inside the workflow', () => {
  const agent = new AgentWriter();
  agent.start('chat', 'Hello');
  agent.workflowTask();
  const asked = [ask('a', 'ask_forecaster', { input: 'Rain?' }), ask('b', 'get_limit')];
  const call = agent.schedule('invokeModelActivity', { modelName: 'm', request: { input: 'Hello' } });
  agent.finish(call, { result: { output: asked.map((item) => ({ type: 'function_call', ...item })) } });
  const inner = agent.schedule('invokeModelActivity', { modelName: 'm', request: { input: 'Rain?' } });
  agent.finish(inner, { result: { output: [] } });
  agent.call({ text: 'Dry.' }, [...answer('a', 'ask_forecaster', 'dry'), ...answer('b', 'get_limit', '20')]);
  expect(toRows(agent).rows.map((row) => [row.name, row.ran_as, row.status])).toEqual([
    ['ask_forecaster', 'agent', 'completed'],
    ['get_limit', 'workflow', 'answered'],
  ]);
});
