import { expect, test } from 'vitest';
import { toPayloads } from '../../decision-tree/_recorded/history-writer.ts';
import { explainLast, findNode } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

test('a wait ends by time or is cut short', () => {
  expect(findNode(new TradingHistory().waitForTick(), 'timer')).toMatchObject({
    title: 'wait for tick 14',
    outcome: 'time was up',
    durationMs: 1000,
  });
  const cut = new TradingHistory();
  const timer = cut.timer('tick 14');
  expect(findNode(cut, 'timer')).toMatchObject({ outcome: 'waiting', tone: 'pending' });
  cut.signal('fastForwardTick', null);
  cut.fire(timer, 'TIMER_CANCELED');
  expect(findNode(cut, 'timer')?.outcome).toBe('cut short');
  expect(findNode(cut, 'signal')).toMatchObject({ title: 'fastForwardTick' });
});

test('a note is a failure, a withheld order or a hold', () => {
  const note = (outcome: string) =>
    explainLast(new TradingHistory().waitForTick().note(outcome, 'broker', 'why')).tree.at(-1);
  expect(note('failed')).toMatchObject({ kind: 'failure', tone: 'bad', outcome: 'broker' });
  expect(note('withheld')).toMatchObject({ kind: 'marker', tone: 'warn' });
  expect(note('held')).toMatchObject({ kind: 'marker', tone: 'neutral' });
});

test('a backtest shows its score or its error', () => {
  const history = new TradingHistory(0);
  history.start('selfEvolvingStockAgent', {});
  history.add('START_CHILD_WORKFLOW_EXECUTION_INITIATED', { workflowId: 'w/backtest-rsi' });
  expect(findNode(history, 'child')).toMatchObject({ title: 'rsi', outcome: 'running', tone: 'pending' });
  history.add('CHILD_WORKFLOW_EXECUTION_COMPLETED', {
    initiatedEventId: '2',
    result: toPayloads({
      ...{ strategyId: 'rsi', returnRatio: 0, sharpe: 1.5, maxDrawdownRatio: 0.1, winRateRatio: 0 },
      ...{ tradeCount: 2, isolation: 'docker', codeDigest: 'd' },
    }),
  });
  expect(findNode(history, 'child')).toMatchObject({ outcome: 'Sharpe 1.5', tone: 'neutral' });
});
