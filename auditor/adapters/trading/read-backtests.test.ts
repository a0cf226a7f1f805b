import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { HistoryWriter, toPayloads } from '../../decision-tree/_recorded/history-writer.ts';
import { readBacktests } from './read-backtests.ts';

const CARD = {
  ...{ strategyId: 'a', returnRatio: 0.1, sharpe: 1.2, maxDrawdownRatio: 0.05, winRateRatio: 0.5 },
  ...{ tradeCount: 3, isolation: 'docker', codeDigest: 'd' },
};

test('children are joined with their outcomes; a failure tells its inner cause', () => {
  const history = new HistoryWriter();
  for (const id of ['a', 'b', 'c']) {
    history.add('START_CHILD_WORKFLOW_EXECUTION_INITIATED', {
      workflowId: `w/backtest-${id}`,
      ...(id === 'c' ? {} : { input: toPayloads({ strategy: { id } }) }),
    });
  }
  history.add('CHILD_WORKFLOW_EXECUTION_FAILED', {
    initiatedEventId: '2',
    failure: { message: 'child failed', cause: { message: 'out of memory' } },
  });
  history.add('CHILD_WORKFLOW_EXECUTION_COMPLETED', { initiatedEventId: '1', result: toPayloads(CARD) });
  expect(readBacktests(history.events.map(toDecodedEvent))).toMatchObject([
    { strategyId: 'a', scorecard: { value: { sharpe: 1.2 } } },
    { strategyId: 'b', error: 'out of memory' },
    { strategyId: 'c' },
  ]);
  expect(readBacktests(history.events.map(toDecodedEvent))[2]).not.toHaveProperty('closed');
});

test('a result that is no scorecard is an error, never an empty scorecard', () => {
  const history = new HistoryWriter();
  history.add('START_CHILD_WORKFLOW_EXECUTION_INITIATED', { workflowId: 'w/backtest-a' });
  history.add('CHILD_WORKFLOW_EXECUTION_COMPLETED', {
    initiatedEventId: '1',
    result: toPayloads({ sharpe: '?' }),
  });
  expect(readBacktests(history.events.map(toDecodedEvent))).toMatchObject([
    { error: 'child workflow execution completed' },
  ]);
});
