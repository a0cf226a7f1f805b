import { expect, test } from 'vitest';
import { explainAll } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

test('ticks go by the agent’s own numbers, through continue-as-new', () => {
  const history = new TradingHistory(7);
  history.start('selfEvolvingStockAgent', { carried: { tick: 6, selection: { winner: 'rsi' } } });
  history.waitForTick().observe().intend({ action: 'HOLD' });
  history.timer('tick 8');
  history.close('WORKFLOW_EXECUTION_CONTINUED_AS_NEW');
  const ticks = explainAll(history, { tick: 6 }).map(({ tick }) => tick);
  expect(ticks.map(({ tick, label, status }) => [tick, label, status])).toEqual([
    [7, 'tick 7', 'closed'],
    [8, 'tick 8', 'closed'],
  ]);
});
