import { toUsdText } from '../../base/money-text.ts';
import { toExcerpt } from '../excerpt.ts';
import type { OrderV1, RuleResultV1, TradeIntentV1 } from './schemas-v1.ts';

/** Longest name of a person or thing in a sentence; names come from outside. */
const LONGEST_NAME = 60;

/** A name from outside, short enough for a sentence. */
export function toName(name: string, eventId: number): string {
  return name === '' ? 'Somebody without a name' : toExcerpt(name, eventId, LONGEST_NAME);
}

/** `SELL 40 NVDA` */
export function toIntentText({ action, quantity, ticker }: TradeIntentV1, eventId: number): string {
  return action === 'HOLD' ? 'HOLD' : `${action} ${quantity} ${toName(ticker, eventId)}`;
}

/** `SELL 40 NVDA at 128.10 USD` */
export function toOrderText({ side, orderQty, symbol, priceCents }: OrderV1): string {
  return `${side} ${orderQty} ${symbol} at ${toUsdText(priceCents)}`;
}

/**
 * A ratio as a percentage: `17.2974 %`.
 *
 * Four decimals, so that a value beside its limit cannot look equal to it; the record, which is cited, has every digit.
 */
export function toPercentText(ratio: number): string {
  return `${Number((ratio * 100).toFixed(4))} %`;
}

/** A limit or an observed value with its unit. Scores and other numbers are the record's own. */
export function toRuleValue(value: RuleResultV1['limit'], unit: string): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  if (typeof value === 'string') return value;
  switch (unit) {
    case 'cents':
      return toUsdText(value);
    case 'shares':
      return `${value} shares`;
    case 'ratio':
      return toPercentText(value);
    default:
      return String(value);
  }
}

/** `1 of 10 rules`, `3 of 10 rules` */
export function toRuleCount(count: number, all: number): string {
  return `${count} of ${all} rules`;
}
