import { toUsdText } from '../../base/money-text.ts';
import type { Fact } from '../../model/decision.ts';
import { citeIn, type Recorded } from './recorded.ts';
import type { MarketSnapshotV1 } from './schemas-v1.ts';

/** A figure of the market snapshot: the recorded number, and the same as a person reads it. */
type MarketValue = { readonly name: string; readonly text: string; readonly fact: Omit<Fact, 'name'> };

const FIGURES: readonly (readonly [string, string, 'cents' | 'index'])[] = [
  ['priceCents', 'price', 'cents'],
  ['rsi14', 'RSI 14', 'index'],
  ['ema12Cents', 'EMA 12', 'cents'],
  ['ema26Cents', 'EMA 26', 'cents'],
  ['sma20Cents', 'SMA 20', 'cents'],
  ['macdCents', 'MACD', 'cents'],
  ['macdSignalCents', 'MACD signal', 'cents'],
  ['macdHistogramCents', 'MACD histogram', 'cents'],
  ['bollingerUpperCents', 'Bollinger upper', 'cents'],
  ['bollingerMiddleCents', 'Bollinger middle', 'cents'],
  ['bollingerLowerCents', 'Bollinger lower', 'cents'],
];

/** The snapshot's figures in a fixed order; those that are not recorded are left out. */
export function listMarketValues(
  runId: string,
  snapshot: Recorded<MarketSnapshotV1>,
): readonly MarketValue[] {
  return FIGURES.flatMap(([key, name, unit]) => {
    const value = snapshot.value[key];
    if (typeof value !== 'number') return [];
    const citation = citeIn(runId, snapshot, key);
    const text = unit === 'cents' ? toUsdText(value) : String(value);
    return [{ name, text, fact: { value, unit, citation } }];
  });
}
