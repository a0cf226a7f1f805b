import type { AgentInput } from '../contract/agent-input.ts';
import type { Strategy } from '../contract/strategy.ts';
import type { Account } from '../contract/trade.ts';
import { toCanonicalJson } from '../policy/canonical-json.ts';
import type { Observation } from './observe.ts';

/** Everything that the model is shown at one tick. */
export interface PromptValues {
  readonly observation: Observation;
  readonly account: Account;
  readonly strategy: Strategy;
  readonly input: Pick<AgentInput, 'limits' | 'objective'>;
  /** Why the last answer was refused. Absent when: it is the first attempt. */
  readonly previousError?: string | undefined;
}

/**
 * The user message: one line per value, `name: value`, so that any reader takes a value with one regular expression.
 *
 * Shape: text from outside is a JSON string on one line; a line that it contains cannot pose as a value.
 * Units: money in dollars with two decimals, MACD figures with four.
 */
export function writePrompt({ observation, account, strategy, input, previousError }: PromptValues): string {
  const lines = [
    ...toMarketLines(observation),
    ...toNewsLines(observation),
    `position: ${account.positionQty}`,
    `average_cost: ${toDollars(account.avgCostCents)}`,
    `cash: ${toDollars(account.cashCents)}`,
    `strategy: ${strategy.id}`,
    `strategy_family: ${strategy.family}`,
    `strategy_params: ${toCanonicalJson(strategy.params)}`,
    `max_notional: ${toDollars(input.limits.maxNotionalPerTradeCents)}`,
    `max_position_ratio: ${input.limits.maxPositionRatio}`,
    `objective: ${toText(input.objective)}`,
  ];
  if (previousError !== undefined) lines.push(`previous_error: ${toText(previousError)}`);
  return lines.join('\n');
}

function toMarketLines({ market }: Observation): string[] {
  return [
    `tick: ${market.tick}`,
    `ticker: ${market.symbol}`,
    `as_of: ${market.asOf}`,
    `price: ${toDollars(market.priceCents)}`,
    `rsi14: ${market.rsi14.toFixed(2)}`,
    `ema12: ${toDollars(market.ema12Cents)}`,
    `ema26: ${toDollars(market.ema26Cents)}`,
    `macd: ${toDollars(market.macdCents, 4)}`,
    `macd_signal: ${toDollars(market.macdSignalCents, 4)}`,
    `macd_histogram: ${toDollars(market.macdHistogramCents, 4)}`,
    `sma20: ${toDollars(market.sma20Cents)}`,
    `bollinger_upper: ${toDollars(market.bollingerUpperCents)}`,
    `bollinger_middle: ${toDollars(market.bollingerMiddleCents)}`,
    `bollinger_lower: ${toDollars(market.bollingerLowerCents)}`,
  ];
}

const toNewsLines = ({ sentimentScore, headlines }: Observation): string[] => [
  // Rounded first: a score like 1e-7 would be written with an exponent.
  `sentiment: ${Number(sentimentScore.toFixed(4))}`,
  ...headlines.map(({ text }) => `headline: ${toText(text)}`),
];

/** A JSON string on one line, for whoever splits lines: JSON leaves three of Unicode's line ends as they are. */
const toText = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u0085\u2028\u2029]/g,
    (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const toDollars = (cents: number, decimals = 2): string => (cents / 100).toFixed(decimals);
