import type { Headline, MarketSnapshot, NewsSnapshot } from '../contract/market.ts';
import { getMarketSnapshot, getNewsSnapshot } from './activity-proxies.ts';
import type { ActiveNews, AgentMemory, AgentRun } from './agent-run.ts';
import { orFailTick } from './tick-failure.ts';

/** What a tick sees: the market, and the news of the party and of people together. */
export interface Observation {
  readonly market: MarketSnapshot;
  /** Injected first. */
  readonly headlines: Headline[];
  /** The lowest of all scores: bad news is not averaged away. */
  readonly sentimentScore: number;
}

/** Reads market and news at the same time. Throws: TickFailure when one of them cannot be had. */
export async function observe({ input, memory }: AgentRun, tick: number): Promise<Observation> {
  const request = { symbol: input.ticker, tick };
  const reading = [
    orFailTick('market-data', getMarketSnapshot(request)),
    orFailTick('news', getNewsSnapshot(request)),
  ] as const;
  // Both end before the tick does, also when one fails: nothing of a tick is recorded in the next one.
  await Promise.allSettled(reading);
  const [market, news] = await Promise.all(reading);
  memory.state.lastPriceCents = market.priceCents;
  startTradingDate(memory, market.asOf);
  return { market, ...mergeNews(news, takeInjectedNews(memory)) };
}

/** A new date of the market's clock starts with nothing traded. */
function startTradingDate(memory: AgentMemory, asOf: string): void {
  const date = new Date(asOf).toISOString().slice(0, 10);
  if (date === memory.tradingDate) return;
  memory.tradingDate = date;
  memory.state.dailyNotionalCents = 0;
}

function takeInjectedNews(memory: AgentMemory): readonly ActiveNews[] {
  const active = memory.injectedNews;
  memory.injectedNews = active
    .map(({ news, ticksLeft }) => ({ news, ticksLeft: ticksLeft - 1 }))
    .filter(({ ticksLeft }) => ticksLeft > 0);
  return active;
}

function mergeNews(news: NewsSnapshot, active: readonly ActiveNews[]) {
  const injected = active.map(({ news: { headline, by } }) => ({
    text: headline,
    source: `injected by ${by}`,
    publishedAt: news.asOf,
  }));
  return {
    headlines: [...injected, ...news.headlines],
    sentimentScore: Math.min(news.sentimentScore, ...active.map(({ news: { sentiment } }) => sentiment)),
  };
}
