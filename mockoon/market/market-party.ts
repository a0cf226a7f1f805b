import type { Call } from '../http/call.ts';
import type { Party } from '../http/create-parties-server.ts';
import { type Reply, toJsonReply, toProblemReply } from '../http/reply.ts';
import { toCloseTime, toTradingDay } from './calendar.ts';
import { createPriceWalk, HISTORY_LENGTH, MAX_TICK, type PriceWalk } from './price-walk.ts';

/** Trading days of each range. */
const RANGES: ReadonlyMap<string, number> = new Map([
  ['6mo', 126],
  ['1y', 252],
  ['3y', HISTORY_LENGTH],
]);

/** Closes that come with a quote: enough for every indicator of a snapshot. */
const QUOTE_CLOSES = 60;

/** Bars and quotes. Which symbols exist, Mockoon has decided before: environment.json lists them. */
export function createMarketParty(): Party {
  const walks = new Map<string, PriceWalk>();
  const walkOf = (symbol: string): PriceWalk => {
    const walk = walks.get(symbol) ?? createPriceWalk(symbol);
    walks.set(symbol, walk);
    return walk;
  };
  return (call) => {
    const [kind, symbol, ...rest] = call.segments;
    if (call.method !== 'GET' || symbol === undefined || rest.length > 0) return undefined;
    if (kind === 'bars') return replyBars(call, symbol, walkOf(symbol));
    return kind === 'quotes' ? replyQuote(call, symbol, walkOf(symbol)) : undefined;
  };
}

function replyBars({ query }: Call, symbol: string, { closeAt }: PriceWalk): Reply {
  const count = RANGES.get(query.get('range') ?? '');
  if (count === undefined) {
    return toProblemReply(400, 'Invalid range', `range must be one of ${[...RANGES.keys()].join(', ')}.`);
  }
  const bars = toTicks(0, count).map((tick) => ({ date: toTradingDay(tick), closeCents: closeAt(tick) }));
  return toJsonReply(200, { symbol, source: 'mock', bars });
}

function replyQuote({ query }: Call, symbol: string, { closeAt }: PriceWalk): Reply {
  const text = query.get('tick') ?? '';
  const tick = Number(text);
  if (!/^\d{1,5}$/.test(text) || tick > MAX_TICK) {
    return toProblemReply(400, 'Invalid tick', `tick must be a whole number from 0 to ${MAX_TICK}.`);
  }
  return toJsonReply(200, {
    symbol,
    tick,
    priceCents: closeAt(tick),
    asOf: toCloseTime(tick),
    source: 'mock',
    closeCents: toTicks(tick, QUOTE_CLOSES).map(closeAt),
  });
}

/** The last `count` ticks up to `last`, oldest first. */
const toTicks = (last: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => last - count + 1 + index);
