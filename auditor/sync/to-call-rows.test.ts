import { expect, test } from 'vitest';
import { AgentWriter } from '../adapters/_recorded/agent-writer.ts';
import { createUnderstanding } from '../adapters/all-adapters.ts';
import { toDecodedEvent } from '../base/decode-event.ts';
import { toRunOf } from '../decision-tree/_recorded/history-writer.ts';
import { deriveTicks } from '../decision-tree/derive-ticks.ts';
import { toCallRows } from './to-call-rows.ts';

test('a result is pointed to where the tool completed, and nowhere else', () => {
  const agent = new AgentWriter();
  agent.start('chat', 'Hello');
  agent.workflowTask();
  agent.call({ tools: ['getQuote', 'getNews', 'getMood'] });
  const quote = agent.activity('getQuote', {}, { result: 40 });
  agent.activity('getNews', {}, { failure: { message: 'no feed' } });
  agent.schedule('getMood', {});
  const { frameworks, adapterFor } = createUnderstanding();
  const derived = deriveTicks({
    run: toRunOf('chat', agent.events),
    adapter: adapterFor({ workflowType: 'chat' }, { hasModelCalls: true }),
    frameworks,
    carry: undefined,
    events: agent.events.map(toDecodedEvent),
  });
  const rows = toCallRows(derived).toolCalls;
  expect(rows.map((row) => [row.name, row.status, row.result_event_id, row.result_pointer])).toEqual([
    ['getQuote', 'completed', quote + 2, '/activityTaskCompletedEventAttributes/result/0'],
    ['getNews', 'failed', null, null],
    ['getMood', 'pending', null, null],
  ]);
});
