import { expect, it } from 'vitest';
import { figuresSchema } from '../protocol.ts';
import { toFigures } from './to-figures.ts';

const STRATEGY = { id: 'x', family: 'RSI' as const, params: {} };

it('computes return, drawdown, win rate and the annualised Sharpe ratio', () => {
  const equity = [1, 1.1, 0.88, 1.1];
  const returns = [0.1, -0.2, 0.25];
  const mean = returns.reduce((sum, value) => sum + value, 0) / 3;
  const deviation = Math.sqrt(returns.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 3);
  const figures = toFigures(STRATEGY, { equity, tradeReturns: [0.1, -0.05, 0, 0.2] });
  expect(figures).toMatchObject({
    returnRatio: 0.1,
    maxDrawdownRatio: 0.2,
    winRateRatio: 0.5,
    tradeCount: 4,
    equityCurve: equity,
  });
  expect(figures.sharpe).toBeCloseTo((mean / deviation) * Math.sqrt(252), 5);
});

it('gives 0 where a ratio has no meaning', () => {
  expect(toFigures(STRATEGY, { equity: [1, 1, 1], tradeReturns: [] })).toMatchObject({
    returnRatio: 0,
    sharpe: 0,
    maxDrawdownRatio: 0,
    winRateRatio: 0,
  });
});

it('draws at most forty points, the first and the last bar among them', () => {
  const equity = Array.from({ length: 756 }, (_, index) => 1 + index);
  const figures = toFigures(STRATEGY, { equity, tradeReturns: [] });
  expect(figures.equityCurve).toHaveLength(40);
  expect([figures.equityCurve[0], figures.equityCurve.at(-1)]).toEqual([1, 756]);
  expect(figuresSchema.parse(figures)).toEqual(figures);
});
