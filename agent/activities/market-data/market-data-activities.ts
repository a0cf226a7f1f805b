import type {
  MarketSnapshot,
  PriceHistory,
  PriceHistoryRequest,
  SnapshotRequest,
} from '../../contract/market.ts';
import type { BarSeries } from '../../contract/strategy.ts';
import type { HttpClient } from '../http-client.ts';
import { keepAlive } from '../keep-alive.ts';
import { toPartyUrl } from '../party-url.ts';
import { type Bars, barsSchema, type Quote, quoteSchema } from './market-answer.ts';
import { toIndicators } from './to-indicators.ts';

export interface BarsRequest {
  readonly symbol: string;
  readonly range: string;
}

export interface MarketDataDependencies {
  readonly http: HttpClient;
  readonly baseUrl: string;
}

export type MarketDataActivities = ReturnType<typeof createMarketDataActivities>;

/** Activities that ask the market party. */
export function createMarketDataActivities({ http, baseUrl }: MarketDataDependencies) {
  const getQuote = (symbol: string, tick: number): Promise<Quote> =>
    http.requestJson({
      party: 'market',
      url: toPartyUrl(baseUrl, ['quotes', symbol], { tick: String(tick) }),
      schema: quoteSchema,
    });

  return {
    fetchHistoryBars: ({ symbol, range }: BarsRequest): Promise<BarSeries> =>
      keepAlive(async () => {
        const url = toPartyUrl(baseUrl, ['bars', symbol], { range });
        return toBarSeries(await http.requestJson({ party: 'market', url, schema: barsSchema }));
      }),

    getMarketSnapshot: ({ symbol, tick }: SnapshotRequest): Promise<MarketSnapshot> =>
      keepAlive(async () => {
        const { priceCents, asOf, source, closeCents } = await getQuote(symbol, tick);
        return { symbol, tick, priceCents, asOf, source, ...toIndicators(closeCents) };
      }),

    getPriceHistory: ({ symbol, tick, lookback }: PriceHistoryRequest): Promise<PriceHistory> =>
      keepAlive(async () => {
        const quote = await getQuote(symbol, tick);
        const priceCents = quote.closeCents.slice(-(lookback + 1));
        return {
          symbol,
          priceCents,
          highCents: Math.max(...priceCents),
          lowCents: Math.min(...priceCents),
        };
      }),
  };
}

const DAY_MS = 86_400_000;

function toBarSeries({ symbol, source, bars }: Bars): BarSeries {
  return {
    symbol,
    epochDays: bars.map((bar) => Date.parse(bar.date) / DAY_MS),
    closeCents: bars.map((bar) => bar.closeCents),
    source,
  };
}
