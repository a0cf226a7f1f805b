import { toAlignment } from './alignment.ts';
import type { PromptValues } from './read-prompt.ts';

/** The model's answer, as the prompt's schema wants it. */
export interface TradeIntent {
  readonly ticker: string;
  readonly action: 'BUY' | 'SELL' | 'HOLD';
  readonly quantity: number;
  readonly rationale: string;
}

/** Below it news is bearish. */
const BEARISH = -0.3;

/** Above it news is bullish. */
const BULLISH = 0.2;

/** From it on the conviction is strong. */
const STRONG = 0.6;

const MAX_QUANTITY = 100;

/** Decides by the rules of trade-prompt/1, from the values alone. */
export function decideTrade(values: PromptValues): TradeIntent {
  if (values.sentiment < BEARISH) return decideBearish(values);
  if (values.sentiment > BULLISH) return decideBullish(values);
  return hold(values, `sentiment ${values.sentiment} is neither below ${BEARISH} nor above ${BULLISH}`);
}

function decideBearish(values: PromptValues): TradeIntent {
  const { ticker, sentiment, position } = values;
  const why = `sentiment ${sentiment} is below ${BEARISH}`;
  if (position === 0) return hold(values, `${why}, but position is 0`);
  const quantity = Math.min(position, MAX_QUANTITY);
  return { ticker, action: 'SELL', quantity, rationale: `SELL ${quantity} of position ${position}: ${why}.` };
}

function decideBullish(values: PromptValues): TradeIntent {
  const { ticker, sentiment, strategy_family: family, price } = values;
  const { aligned, words } = toAlignment(values);
  const why = `sentiment ${sentiment} is above ${BULLISH}`;
  if (!aligned) return hold(values, `${why}, but ${family} is not aligned (${words})`);
  const wanted = toQuantity(sentiment);
  const quantity = Math.min(wanted, countAffordable(values));
  if (quantity < 1) return hold(values, `${why}, but cash ${values.cash.toFixed(2)} pays for no share`);
  const conviction = sentiment >= STRONG ? 'strong' : 'moderate';
  const capped = quantity < wanted ? `, cut from ${wanted} by cash and max_notional` : '';
  const rationale = `BUY ${quantity} at price ${price.toFixed(2)}, ${conviction} conviction${capped}: ${why} and ${family} is aligned (${words}).`;
  return { ticker, action: 'BUY', quantity, rationale };
}

/** 80 to 100 shares on strong conviction, 40 to 70 otherwise, rising with the sentiment. */
function toQuantity(sentiment: number): number {
  if (sentiment >= STRONG) return 80 + Math.round((20 * (sentiment - STRONG)) / (1 - STRONG));
  return 40 + Math.round((30 * (sentiment - BULLISH)) / (STRONG - BULLISH));
}

const countAffordable = ({ cash, max_notional: maxNotional, price }: PromptValues): number =>
  Math.floor(Math.min(cash, maxNotional) / price);

const hold = ({ ticker }: PromptValues, why: string): TradeIntent => ({
  ticker,
  action: 'HOLD',
  quantity: 0,
  rationale: `HOLD: ${why}.`,
});
