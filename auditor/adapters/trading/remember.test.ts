import { expect, test } from 'vitest';
import { explainAll } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

const rememberedBy = (history: TradingHistory, before?: Parameters<typeof explainAll>[1]) =>
  explainAll(history, before).at(-1)?.carryAfter.remembered;

test('the first event tells contract version and carried strategy', () => {
  const history = new TradingHistory();
  history.start('selfEvolvingStockAgent', {
    contractVersion: 1,
    carried: { tick: 13, selection: { winner: 'rsi-14' } },
  });
  expect(rememberedBy(history)).toMatchObject({
    contractVersion: { value: 1, citation: { eventId: 1 } },
    strategy: {
      value: 'rsi-14',
      citation: { pointer: expect.stringContaining('/carried/selection/winner') },
    },
  });
});

test('what discovery selects replaces what was known', () => {
  const history = new TradingHistory(0);
  history.start('selfEvolvingStockAgent', {});
  history.memo('strategy', { winner: 'ema-9-21', family: 'EMA', sharpe: 1, maxDrawdownRatio: 0, failed: [] });
  expect(rememberedBy(history)?.strategy).toMatchObject({ value: 'ema-9-21', citation: { eventId: 2 } });
});

test('a halt is kept until it is lifted', () => {
  const halted = new TradingHistory(14).waitForTick();
  halted.signal('halt', { by: 'ops', reason: 'drill' });
  const before = explainAll(halted).at(-1)?.carryAfter;
  expect(before?.remembered?.halted?.value).toBe(true);
  expect(rememberedBy(new TradingHistory(15).waitForTick(), before)?.halted?.value).toBe(true);
  const lifted = new TradingHistory(15).waitForTick();
  lifted.signal('resume', { by: 'ops', reason: 'over' });
  expect(rememberedBy(lifted, before)?.halted).toBeUndefined();
});

test('injected news does not pile up without end', () => {
  const history = new TradingHistory().waitForTick();
  for (let index = 0; index < 50; index += 1) {
    history.signal('injectNews', { headline: `n${index}`, sentiment: 0, by: 'x' });
  }
  expect(rememberedBy(history)?.injectedNews?.value).toHaveLength(20);
});
