import { activityInfo } from '@temporalio/activity';
import { createGuardrailActivities } from '../../activities/guardrail/guardrail-activities.ts';
import type { ExecutionReport, Order } from '../../contract/trade.ts';
import type { AgentActivities } from '../create-activities.ts';
import type { Scenes, ScriptedTick } from './scenario.ts';

const AS_OF = '2026-01-20T21:00:00Z';

/** Activities whose parties do what the scenario of the calling workflow says. The guardrail is the real one. */
export function createScriptedActivities(scenes: Scenes): AgentActivities {
  return {
    ...createGuardrailActivities(),
    ...createScriptedMarket(scenes),
    ...createScriptedBroker(scenes),
    runBacktest: async (input) => {
      scenes.current().scenario.onBacktest?.(input);
      const { id, family } = input.strategy;
      return { strategyId: id, family, ...FIGURES };
    },
  };
}

type Market = Pick<
  AgentActivities,
  'fetchHistoryBars' | 'getMarketSnapshot' | 'getNewsSnapshot' | 'getPriceHistory'
>;

function createScriptedMarket(scenes: Scenes): Market {
  const toTick = (tick: number): ScriptedTick => ({ ...CALM, ...scenes.current().scenario.tick?.(tick) });
  return {
    fetchHistoryBars: async ({ symbol }) => ({
      symbol,
      epochDays: [1, 2],
      closeCents: [100, 101],
      source: 'script',
    }),
    getMarketSnapshot: async ({ symbol, tick }) => {
      await scenes.current().scenario.onSnapshot?.(tick);
      const { priceCents } = toTick(tick);
      return { symbol, tick, priceCents, asOf: AS_OF, source: 'script', ...INDICATORS };
    },
    getNewsSnapshot: async ({ symbol, tick }) => {
      const { sentimentScore, headlines } = toTick(tick);
      const toHeadline = (text: string) => ({ text, source: 'script', publishedAt: AS_OF });
      return {
        symbol,
        tick,
        headlines: headlines.map(toHeadline),
        sentimentScore,
        asOf: AS_OF,
        source: 'script',
      };
    },
    getPriceHistory: async ({ symbol, tick }) => {
      const { priceCents } = toTick(tick);
      return { symbol, priceCents: [priceCents], highCents: priceCents, lowCents: priceCents };
    },
  };
}

function createScriptedBroker(scenes: Scenes): Pick<AgentActivities, 'placeOrder' | 'findOrder'> {
  return {
    placeOrder: async (order) => {
      const { scenario, recorded } = scenes.current();
      recorded.attempts.push(order);
      const fill = (): ExecutionReport => {
        const report = recorded.filled.get(order.clOrdId) ?? toFill(order);
        recorded.filled.set(order.clOrdId, report);
        return report;
      };
      await scenario.onPlaceOrder?.(activityInfo().attempt, fill);
      return fill();
    },
    findOrder: async ({ clOrdId }) => {
      const report = scenes.current().recorded.filled.get(clOrdId);
      return report === undefined ? {} : { report };
    },
  };
}

const toFill = (order: Order): ExecutionReport => ({
  clOrdId: order.clOrdId,
  orderId: `o-${order.tradeId}`,
  execId: `x-${order.tradeId}`,
  ordStatus: 'FILLED',
  symbol: order.symbol,
  side: order.side,
  orderQty: order.orderQty,
  lastQty: order.orderQty,
  lastPxCents: order.priceCents,
  cumQty: order.orderQty,
  leavesQty: 0,
  avgPxCents: order.priceCents,
  transactTime: AS_OF,
});

const CALM: ScriptedTick = { priceCents: 12_800, sentimentScore: 0.4, headlines: ['Chips sell well'] };

const INDICATORS = {
  rsi14: 28.3,
  ema12Cents: 13_022,
  ema26Cents: 13_301,
  sma20Cents: 13_150,
  macdCents: -279,
  macdSignalCents: -210,
  macdHistogramCents: -69,
  bollingerUpperCents: 14_000,
  bollingerMiddleCents: 13_150,
  bollingerLowerCents: 12_900,
};

const FIGURES = {
  returnRatio: 0.1,
  sharpe: 1,
  maxDrawdownRatio: 0.05,
  winRateRatio: 0.5,
  tradeCount: 4,
  equityCurve: [1, 1.1],
  isolation: 'script',
  codeDigest: 'script',
  durationMs: 1,
};
