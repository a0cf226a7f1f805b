import { expect, test } from 'vitest';
import { HistoryWriter, toRunOf } from '../decision-tree/_recorded/history-writer.ts';
import { tellTicks } from './_recorded/tell-ticks.ts';
import { genericAdapter } from './generic.ts';

test('a task is a node with its decisions, after what woke it', () => {
  const history = new HistoryWriter();
  history.start('greet');
  history.workflowTask('a');
  history.activity('getWeather', 'Oslo', { result: 'rain' });
  history.workflowTask('a');
  const { events } = history;
  const [first, second] = tellTicks({ run: toRunOf('greet', events), adapter: genericAdapter, events });
  expect(first?.tick.tree).toMatchObject([
    { kind: 'context', title: 'greet' },
    { kind: 'workflow-task', outcome: 'completed', children: [{ kind: 'activity', title: 'getWeather' }] },
  ]);
  expect(second?.tick.tree).toMatchObject([
    { kind: 'activity', title: 'getWeather', outcome: 'result of activity getWeather' },
    { kind: 'workflow-task', outcome: 'looked and chose to wait' },
  ]);
});
