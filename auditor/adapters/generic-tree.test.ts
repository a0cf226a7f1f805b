import { expect, test } from 'vitest';
import { toRunOf } from '../decision-tree/_recorded/history-writer.ts';
import { deriveTicks } from '../decision-tree/derive-ticks.ts';
import { genericAdapter } from './generic.ts';
import { TradingHistory } from './trading/_recorded/trading-history.ts';

test('a task is a node with its decisions; a model’s answer is told where it comes in', () => {
  const history = new TradingHistory();
  history.start('anyAgent');
  history.workflowTask('a');
  history.askModel({ text: 'hello', tools: [{ callId: 'c', name: 'look', arguments: '{}' }] });
  history.workflowTask('a');
  const { events } = history;
  const run = toRunOf('anyAgent', events);
  const [first, second] = deriveTicks({ run, adapter: genericAdapter, carry: undefined, events });
  expect(first?.tick.tree).toMatchObject([
    { kind: 'context', title: 'anyAgent' },
    { kind: 'workflow-task', outcome: 'completed', children: [{ kind: 'model-call', title: 'gpt-5-mini' }] },
  ]);
  expect(second?.tick.tree).toMatchObject([
    {
      kind: 'model-call',
      facts: [
        { name: 'asked for look', value: {} },
        { name: 'answer', value: 'hello' },
      ],
    },
    { kind: 'workflow-task', outcome: 'looked and chose to wait' },
  ]);
});
