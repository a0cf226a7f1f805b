import { expect, test } from 'vitest';
import { toPayloads } from '../../decision-tree/_recorded/history-writer.ts';
import { explainLast, findSection, toTexts } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

function discover(): TradingHistory {
  const history = new TradingHistory(0);
  history.start('selfEvolvingStockAgent', { contractVersion: 1 });
  history.activity('fetchHistoryBars', {}, { result: { closeCents: [1, 2, 3], source: 'mock' } });
  for (const id of ['rsi', 'ema']) {
    const input = toPayloads({ strategy: { id } });
    history.add('START_CHILD_WORKFLOW_EXECUTION_INITIATED', { workflowId: `w/backtest-${id}`, input });
  }
  const card = {
    ...{ strategyId: 'rsi', returnRatio: 0.1, sharpe: 1.5, maxDrawdownRatio: 0.1, winRateRatio: 0 },
    ...{ tradeCount: 2, isolation: 'docker', codeDigest: 'd' },
  };
  history.add('CHILD_WORKFLOW_EXECUTION_COMPLETED', { initiatedEventId: '5', result: toPayloads(card) });
  history.add('CHILD_WORKFLOW_EXECUTION_FAILED', { initiatedEventId: '6', failure: { message: 'timeout' } });
  return history;
}

test('candidates with their scores; the winner once it is recorded', () => {
  const history = discover();
  expect(explainLast(history)).toMatchObject({ outcome: 'discovering a strategy', tone: 'pending' });
  const failed = [{ strategyId: 'ema', error: 'timeout' }];
  history.memo('strategy', { winner: 'rsi', family: 'RSI', sharpe: 1.5, maxDrawdownRatio: 0.1, failed });
  const section = findSection(history, 'known');
  expect(section?.table?.rows.map(({ cells, tone }) => [cells[0], cells[1], tone])).toEqual([
    ['rsi', '1.5', 'good'],
    ['ema', 'failed: timeout', 'bad'],
  ]);
  expect(toTexts(section)).toEqual([
    'The backtests ran on 3 daily closes (source mock).',
    'The agent recorded rsi as the winner.',
  ]);
  expect(explainLast(history).answer.headline[0]?.text).toBe(
    'Chose the strategy rsi: its backtest has a Sharpe ratio of 1.5 and a maximum drawdown of 10 %; 2 candidates were tried, 1 failed.',
  );
});

test('a run that found nothing failed', () => {
  const history = discover();
  history.close('WORKFLOW_EXECUTION_FAILED', { failure: { message: 'Every backtest failed' } });
  expect(explainLast(history)).toMatchObject({ outcome: 'no strategy found', tone: 'bad', status: 'closed' });
});
