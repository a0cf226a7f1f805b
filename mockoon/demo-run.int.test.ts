import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoTick, runDemo } from './demo-run-example.ts';
import { type RunningStandIns, runStandIns } from './running-stand-ins.ts';

let standIns: RunningStandIns;
beforeAll(async () => {
  standIns = await runStandIns();
});
afterAll(() => standIns.end());

const FAMILIES = ['RSI', 'MACD', 'EMA_CROSS', 'BOLLINGER', 'MEAN_REVERSION'];
const DESKS = {
  'approves all': () => true,
  'refuses all': () => false,
  'approves every other': (count: number) => count % 2 === 1,
};

const count = (ticks: readonly DemoTick[], test: (tick: DemoTick) => boolean): number =>
  ticks.filter(test).length;

const NVDA = Object.entries(DESKS).map(([desk, approves]) => ({ ticker: 'NVDA', desk, approves }));
const OTHERS = ['TSLA', 'ACME'].map((ticker) => ({
  ticker,
  desk: 'approves all',
  approves: DESKS['approves all'],
}));

describe.each([...NVDA, ...OTHERS])('$ticker with a desk that $desk', ({ ticker, approves }) => {
  test.each(FAMILIES)('%s sees every outcome within twenty ticks', async (family) => {
    const ticks = await runDemo({ standIns, ticker, family, approves, tickCount: 20 });
    const is = (action: string, outcome: DemoTick['outcome']) => (tick: DemoTick) =>
      tick.action === action && tick.outcome === outcome;
    expect(count(ticks, is('BUY', 'allow'))).toBeGreaterThanOrEqual(1);
    expect(count(ticks, is('SELL', 'ask'))).toBeGreaterThanOrEqual(1);
    expect(count(ticks, (tick) => tick.outcome === 'ask')).toBeGreaterThanOrEqual(2);
    expect(count(ticks, is('HOLD', 'hold'))).toBeGreaterThanOrEqual(3);
    expect(ticks[6]).toMatchObject({ tick: 7, action: 'SELL', outcome: 'block', terms: ['SEC probe'] });
    expect(ticks[13]).toMatchObject({ tick: 14, action: 'SELL', outcome: 'ask' });
  });

  test.each(FAMILIES)('%s asks for prices now and then, and says what they were', async (family) => {
    const ticks = await runDemo({ standIns, ticker, family, approves, tickCount: 20 });
    const asked = ticks.filter((tick) => tick.toolCalled);
    expect(asked.length).toBeGreaterThanOrEqual(1);
    expect(asked.length).toBeLessThanOrEqual(15);
    for (const tick of asked) expect(tick.rationale).toContain('getPriceHistory: ');
  });
});

test('Two runs are the same in every word', async () => {
  const run = () =>
    runDemo({ standIns, ticker: 'NVDA', family: 'BOLLINGER', approves: () => true, tickCount: 20 });
  expect(await run()).toEqual(await run());
});
