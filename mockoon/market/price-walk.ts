import { draw, drawNoise } from './draw.ts';
import { toRegime } from './regimes.ts';

/** Closes of history: three years of trading days, the last one being tick 0. */
export const HISTORY_LENGTH = 756;

/** Ticks are walked one by one, so that their number is bounded. */
export const MAX_TICK = 99_999;

/** Price of tick 0: between 124 and 139 dollars, so that a usual order is on either side of an approval threshold of 10,000. */
const toBaseCents = (symbol: string): number => 12_400 + Math.floor(draw(`${symbol}/base`) * 1_500);

/** How much of the way back to its base a price goes in one tick; without it a long run would drift out of the plausible. */
const PULL = 0.03;

/** Closes of one symbol by tick. */
export interface PriceWalk {
  /** Units: cents. Throws: RangeError outside of −755 … 99,999. */
  readonly closeAt: (tick: number) => number;
}

/** The walk of a symbol: history backwards from the base, ticks forwards from it. Only + − × ÷, so that every machine gets the same bits. */
export function createPriceWalk(symbol: string): PriceWalk {
  const base = toBaseCents(symbol);
  const past = walkBack(symbol, base);
  const future = [base];
  const closeAt = (tick: number): number => {
    if (!Number.isInteger(tick) || tick <= -HISTORY_LENGTH || tick > MAX_TICK)
      throw new RangeError(`tick ${tick}`);
    while (future.length <= tick) {
      const previous = future.at(-1) ?? base;
      const pull = (PULL * (base - previous)) / base;
      future.push(previous * (1 + toStep(symbol, future.length) + pull));
    }
    return Math.round((tick > 0 ? future[tick] : past[-tick]) ?? base);
  };
  return { closeAt };
}

/** Prices of ticks 0, −1, −2, …: each step is undone. */
function walkBack(symbol: string, base: number): number[] {
  const prices = [base];
  for (let tick = 0; prices.length < HISTORY_LENGTH; tick -= 1) {
    prices.push((prices.at(-1) ?? base) / (1 + toStep(symbol, tick)));
  }
  return prices;
}

function toStep(symbol: string, tick: number): number {
  const { drift, noise } = toRegime(tick);
  return drift + noise * drawNoise(`${symbol}/${tick}`);
}
