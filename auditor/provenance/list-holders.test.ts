import { expect, test } from 'vitest';
import { tellTicks } from '../adapters/_recorded/tell-ticks.ts';
import { TradingHistory } from '../adapters/trading/_recorded/trading-history.ts';
import { tradingAdapter } from '../adapters/trading/trading-adapter.ts';
import { toRunOf } from '../decision-tree/_recorded/history-writer.ts';
import { listHolders } from './list-holders.ts';

test('each event that holds values, by what it is, and where a way ends there', () => {
  const history = new TradingHistory().waitForTick().observe();
  history.askModel({ text: '{"action":"HOLD"}' });
  history.signal('halt', { by: 'desk' });
  const { events } = history;
  const [told] = tellTicks({
    run: toRunOf('selfEvolvingStockAgent', events),
    adapter: tradingAdapter,
    events,
  });
  if (!told) throw new Error('no tick');
  const holders = listHolders(told.span, undefined).map(({ what, origin }) => [what, origin?.kind]);
  expect(holders).toEqual(
    expect.arrayContaining([
      ['model call 1, what it was shown', undefined],
      ['model call 1, answer', 'model-output'],
      ['signal halt', 'person'],
    ]),
  );
});
