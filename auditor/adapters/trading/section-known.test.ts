import { expect, test } from 'vitest';
import { findSection, toTexts } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

const rowsOf = (history: TradingHistory) =>
  findSection(history, 'known')?.table?.rows.map(({ cells }) => cells.join(' | ').replace(/( \| )+$/, ''));

test('prices with their time and age, news, account and strategy', () => {
  expect(rowsOf(new TradingHistory().waitForTick().observe().intend().check('ask'))).toEqual([
    'price | 128.10 USD | 2026-01-05T14:29:58Z | 3.0 s',
    'RSI 14 | 45.5 | 2026-01-05T14:29:58Z | 3.0 s',
    'sentiment of the news | -0.42 | 2026-01-05T14:29:58Z | 3.0 s',
    'position | 40 shares',
    'average cost | 100.00 USD',
    'cash | 2,500.00 USD',
    'strategy | rsi-14',
  ]);
});

test('where nothing was checked, the account is what the model was told', () => {
  const history = new TradingHistory().waitForTick().observe().intend({ action: 'HOLD' });
  expect(rowsOf(history)?.slice(3)).toEqual([
    'position | 40 shares',
    'average cost | 100.00 USD',
    'cash | 2500.00 USD',
    'strategy | rsi-14',
  ]);
});

test('data from the future of the server’s clock is said to be ahead; unreadable times too', () => {
  const withTime = (asOf: string) => {
    const quote = { symbol: 'A', tick: 14, priceCents: 1, asOf, source: 's' };
    return rowsOf(
      new TradingHistory()
        .waitForTick()
        .observe({ market: { result: quote } })
        .intend(),
    )?.[0];
  };
  expect(withTime('2026-01-05T14:31:01.05Z')).toMatch(/1 min ahead of the server's clock$/);
  expect(withTime('yesterday')).toBe('price | 0.01 USD | yesterday | the time is not readable');
});

test('headlines are quotations, long ones bounded', () => {
  const history = new TradingHistory()
    .waitForTick()
    .observe({ headline: 'h'.repeat(400) })
    .intend();
  const [text] = toTexts(findSection(history, 'known'));
  expect(text).toMatch(
    /^Headline \(Newswire, 2026-01-05T13:00:00Z\): \| h{300}… \(100 more characters, event \d+\)$/,
  );
});

test('a recording of a later contract says so', () => {
  const history = new TradingHistory();
  history.start('selfEvolvingStockAgent', { contractVersion: 2, carried: { tick: 13 } });
  history.observe();
  expect(toTexts(findSection(history, 'known'))[0]).toMatch(/^The run was recorded by contract version 2;/);
});

test('nothing known, no section', () => {
  expect(findSection(new TradingHistory().waitForTick(), 'known')).toBeUndefined();
});
