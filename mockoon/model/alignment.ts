import type { PromptValues } from './read-prompt.ts';

/** Whether the indicators speak for buying by the strategy's family, and which values say so. */
export interface Alignment {
  readonly aligned: boolean;
  /** The values compared, for the rationale. */
  readonly words: string;
}

/** Source: rule 2 of the instructions trade-prompt/1. */
export function toAlignment(values: PromptValues): Alignment {
  const { price, rsi14, macd, ema12, ema26, sma20, bollinger_lower: lower } = values;
  const dollars = (value: number): string => value.toFixed(2);
  switch (values.strategy_family) {
    case 'RSI':
      return { aligned: rsi14 < 30, words: `rsi14 ${rsi14} against 30` };
    case 'MACD':
      return { aligned: macd > 0, words: `macd ${macd} against 0` };
    case 'EMA_CROSS':
      return { aligned: ema12 > ema26, words: `ema12 ${dollars(ema12)} against ema26 ${dollars(ema26)}` };
    case 'BOLLINGER':
      return {
        aligned: price < lower,
        words: `price ${dollars(price)} against bollinger_lower ${dollars(lower)}`,
      };
    case 'MEAN_REVERSION':
      return { aligned: price < sma20, words: `price ${dollars(price)} against sma20 ${dollars(sma20)}` };
    default:
      return values.strategy_family satisfies never;
  }
}
