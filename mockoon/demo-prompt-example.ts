import { BollingerBands, EMA, MACD, RSI, SMA } from 'trading-signals';
import { z } from 'zod';
import { toPromptExample } from './model/prompt-example.ts';

export const quoteSchema = z.looseObject({ priceCents: z.int(), closeCents: z.array(z.int()) });
export const newsSchema = z.looseObject({
  sentimentScore: z.number(),
  headlines: z.array(z.looseObject({ text: z.string() })),
});
export type Quote = z.infer<typeof quoteSchema>;
export type News = z.infer<typeof newsSchema>;

export interface Holdings {
  cashCents: number;
  positionQty: number;
}

interface PromptInput {
  readonly tick: number;
  readonly ticker: string;
  readonly family: string;
  readonly quote: Quote;
  readonly news: News;
  readonly account: Holdings;
}

/** The user message of a tick, with indicators computed as the agent does. */
export function toPrompt({ tick, ticker, family, quote, news, account }: PromptInput): string {
  const closes = quote.closeCents.map((cents) => cents / 100);
  const last = <T>(indicator: { updates(values: number[]): unknown; getResultOrThrow(): T }): T => {
    indicator.updates([...closes]);
    return indicator.getResultOrThrow();
  };
  const macd = last(new MACD(new EMA(12), new EMA(26), new EMA(9)));
  return toPromptExample({
    ...{ tick: String(tick), ticker, strategy_family: family, price: (quote.priceCents / 100).toFixed(2) },
    ...{ rsi14: last(new RSI(14)).toFixed(2), sma20: last(new SMA(20)).toFixed(2) },
    ...{ ema12: last(new EMA(12)).toFixed(2), ema26: last(new EMA(26)).toFixed(2) },
    ...{ macd: macd.macd.toFixed(4), macd_histogram: macd.histogram.toFixed(4) },
    bollinger_lower: last(new BollingerBands(20, 2)).lower.toFixed(2),
    ...{ sentiment: String(news.sentimentScore), headline: JSON.stringify(news.headlines[0]?.text) },
    ...{ position: String(account.positionQty), cash: (account.cashCents / 100).toFixed(2) },
  });
}
