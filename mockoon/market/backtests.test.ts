import { describe, expect, test } from 'vitest';
import { CANDIDATE_STRATEGIES } from '../../agent/contract/default-input.ts';
import { createRule } from '../../sandbox/program/create-rule.ts';
import { simulate } from '../../sandbox/program/simulate.ts';
import { toFigures } from '../../sandbox/program/to-figures.ts';
import { createPriceWalk } from './price-walk.ts';

const SYMBOLS = ['NVDA', 'AAPL', 'MSFT', 'TSLA', 'KO', 'SPY'];

describe.each([
  { range: '1y', days: 252 },
  { range: '3y', days: 756 },
])('$range of bars', ({ days }) => {
  test.each(SYMBOLS)('%s: every strategy has a plausible scorecard, and not all are alike', (symbol) => {
    const { closeAt } = createPriceWalk(symbol);
    const closes = Array.from({ length: days }, (_, index) => closeAt(index - days + 1));
    const cards = CANDIDATE_STRATEGIES.map((strategy) =>
      toFigures(strategy, simulate(closes, createRule(strategy))),
    );
    for (const card of cards) {
      expect(card.sharpe).toBeGreaterThan(-2.5);
      expect(card.sharpe).toBeLessThan(3);
      expect(card.returnRatio).toBeGreaterThan(-0.7);
      expect(card.returnRatio).toBeLessThan(2);
    }
    expect(cards.filter((card) => card.tradeCount > 0).length).toBeGreaterThanOrEqual(6);
    expect(new Set(cards.map((card) => card.sharpe)).size).toBeGreaterThanOrEqual(6);
  });
});
