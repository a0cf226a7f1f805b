import { BollingerBands, EMA, MACD, RSI, SMA } from 'trading-signals';
import type { MarketSnapshot } from '../../contract/market.ts';

/** The figures of a market snapshot that follow from the closes alone. */
export type Indicators = Pick<
  MarketSnapshot,
  | 'rsi14'
  | 'ema12Cents'
  | 'ema26Cents'
  | 'sma20Cents'
  | 'macdCents'
  | 'macdSignalCents'
  | 'macdHistogramCents'
  | 'bollingerUpperCents'
  | 'bollingerMiddleCents'
  | 'bollingerLowerCents'
>;

/**
 * Indicators of the last close.
 *
 * Units: cents, to four decimals; RSI 0–100.
 * Order: oldest first.
 * Throws: NotEnoughDataError with fewer than 27 closes.
 */
export function toIndicators(closeCents: readonly number[]): Indicators {
  const closes = [...closeCents];
  const macd = toLast(new MACD(new EMA(12), new EMA(26), new EMA(9)), closes);
  const bands = toLast(new BollingerBands(20, 2), closes);
  return {
    rsi14: round(toLast(new RSI(14), closes)),
    ema12Cents: round(toLast(new EMA(12), closes)),
    ema26Cents: round(toLast(new EMA(26), closes)),
    sma20Cents: round(toLast(new SMA(20), closes)),
    macdCents: round(macd.macd),
    macdSignalCents: round(macd.signal),
    macdHistogramCents: round(macd.histogram),
    bollingerUpperCents: round(bands.upper),
    bollingerMiddleCents: round(bands.middle),
    bollingerLowerCents: round(bands.lower),
  };
}

interface Indicator<T> {
  updates(values: number[]): unknown;
  getResultOrThrow(): T;
}

function toLast<T>(indicator: Indicator<T>, closes: number[]): T {
  indicator.updates(closes);
  return indicator.getResultOrThrow();
}

// Four decimals of a cent: beyond that it is floating-point noise, which only makes the record longer.
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
