import { expect, test } from 'vitest';
import { tellTicks } from '../adapters/_recorded/tell-ticks.ts';
import { TradingHistory } from '../adapters/trading/_recorded/trading-history.ts';
import { tradingAdapter } from '../adapters/trading/trading-adapter.ts';
import type { PriceTable } from '../base/estimate-cost.ts';
import { toRunOf } from '../decision-tree/_recorded/history-writer.ts';
import type { Decision } from '../model/decision.ts';
import { addCosts } from './add-costs.ts';

const prices = (model: string): PriceTable => ({
  ...{ currency: 'USD', asOf: '2026-11-01', source: 'a test' },
  models: [
    { matches: (name) => name.startsWith(model), inputNanos: 1_000_000_000n, outputNanos: 2_000_000_000n },
  ],
});

function costsOf(table: PriceTable | undefined) {
  const history = new TradingHistory().waitForTick().observe().askModel({ text: 'HOLD' });
  const { events } = history;
  const [told] = tellTicks({
    run: toRunOf('selfEvolvingStockAgent', events),
    adapter: tradingAdapter,
    events,
  });
  if (!told) throw new Error('no tick');
  const list = (nodes: readonly Decision[]): readonly unknown[] =>
    nodes.flatMap((node) => [
      ...node.facts.filter(({ name }) => name === 'cost').map(({ value }) => value),
      ...list(node.children),
    ]);
  return list(addCosts(told.tick.tree, told.span.modelCalls, table));
}

test('a call with a price has a cost, said as an estimate with its date', () => {
  expect(costsOf(prices('gpt-5'))).toEqual([
    expect.stringMatching(/^about 0\.\d+ USD \(estimate, prices of 2026-11-01\)$/),
  ]);
});

test('without a table, or without a price for the model, there is no cost', () => {
  expect(costsOf(undefined)).toEqual([]);
  expect(costsOf(prices('another'))).toEqual([]);
});
