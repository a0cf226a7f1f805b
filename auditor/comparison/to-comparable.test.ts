import { expect, test } from 'vitest';
import { tellTicks } from '../adapters/_recorded/tell-ticks.ts';
import { TradingHistory } from '../adapters/trading/_recorded/trading-history.ts';
import { tradingAdapter } from '../adapters/trading/trading-adapter.ts';
import { toRunOf } from '../decision-tree/_recorded/history-writer.ts';
import { toComparable } from './to-comparable.ts';

function read(history: TradingHistory) {
  const { events } = history;
  const told = tellTicks({
    run: toRunOf('selfEvolvingStockAgent', events),
    adapter: tradingAdapter,
    events,
  }).at(-1);
  return told ? toComparable('run-1', told.span, told.tick) : new Map();
}

test('what a tick was shown, said and did, by name, each with its events', () => {
  const history = new TradingHistory().waitForTick().observe();
  history.askModel({ tools: [{ callId: 'c', name: 'getPriceHistory', arguments: '{"tick":1}' }] });
  history.activity('getPriceHistory', { tick: 1 }, { result: [1, 2] });
  const tick = read(history.intend({ action: 'HOLD' }));
  expect([...tick.keys()]).toEqual(
    expect.arrayContaining([
      ...[
        'model call 1, instructions',
        'model call 1, answer 1',
        'getPriceHistory 1, input',
        'getPriceHistory 1, result',
      ],
      'model call 2, answer 1',
    ]),
  );
  expect(tick.get('model call 1, answer 1')).toMatchObject({
    ...{ kind: 'value', value: { tool: 'getPriceHistory', arguments: { tick: 1 } } },
  });
  expect([...tick.values()].every(({ citations }) => citations.length > 0)).toBe(true);
});

test('another worker and another number of attempts are the same tick', () => {
  const write = (identity: string, attempt: number) => {
    const history = new TradingHistory();
    history.activity('getPriceHistory', { tick: 1 }, { result: 1, identity, attempt });
    return read(history);
  };
  expect(write('a', 1).size).toBeGreaterThan(2);
  expect(write('a', 1)).toEqual(write('b', 3));
});
